/** JSON that strangers send, read strictly, with all that is wrong in it told at once. */
package io.caravan.json;
