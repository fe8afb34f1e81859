/**
 * The benchmark: what an accepted invoice and a delivered callback cost, as ratios to bare programs that do the least
 * that could be called the same, measured in turns in one run on one machine.
 */
package io.caravan.bench;
