// The flows of a shop that sends invoices to its customers' apps, by the official client of the API.
// Called with the service's address; ends with 0 when all went well.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Client } from "@vippsmobilepay/sdk";
import { Phone, redirectClientTo, Shop, eventually } from "./outside.mjs";

const service = process.argv[2];
redirectClientTo(service);

const client = Client({
  merchantSerialNumber: "123456",
  subscriptionKey: "sub-no",
  useTestMode: true,
  retryRequests: false,
});
const nok = (value) => ({ currency: "NOK", value });
const flows = { payARequest, payAnInvoiceTwice, changeOnesMind, approveInThePayersPlace, sendOrderDetails };

/** What the client answers, if it says that all is well. */
function ok(answer) {
  assert.ok(answer.ok, JSON.stringify(answer.error));
  return answer.data;
}

async function token() {
  const answer = ok(await client.auth.getToken("sandbox-no", "sandbox-no-secret"));
  assert.equal(answer.token_type, "Bearer");
  return answer.access_token;
}

/** A payment request sent directly to the app, approved, receipted, captured and partly given back. */
async function payARequest(bearer, shop) {
  const reference = `request-${randomUUID()}`;
  const payer = new Phone(service, "4791000701");
  const created = ok(await client.payment.create(bearer, {
    amount: nok(4900),
    customer: { phoneNumber: "4791000701" },
    paymentMethod: { type: "WALLET" },
    paymentDescription: "Invoice 4711",
    reference,
    userFlow: "PUSH_MESSAGE",
  }));
  assert.deepEqual(created, { reference });

  await payer.press(await payer.shows(reference), "approve");
  await shop.hears("AUTHORIZED", reference);
  const authorized = ok(await client.payment.info(bearer, reference));
  assert.equal(authorized.state, "AUTHORIZED");
  assert.deepEqual(authorized.aggregate.authorizedAmount, nok(4900));

  ok(await client.order.addReceipt(bearer, reference, "ecom", {
    orderLines: [{
      id: "1", name: "Skis, waxed", totalAmount: 4900, totalAmountExcludingTax: 3920, totalTaxAmount: 980,
      taxPercentage: 25,
    }],
    bottomLine: { currency: "NOK" },
  }));

  const captured = ok(await client.payment.capture(bearer, reference, { modificationAmount: nok(4900) }));
  assert.deepEqual(captured.aggregate.capturedAmount, nok(4900));
  ok(await client.payment.refund(bearer, reference, { modificationAmount: nok(900) }));

  const after = ok(await client.payment.info(bearer, reference));
  assert.deepEqual(after.aggregate, {
    authorizedAmount: nok(4900), cancelledAmount: nok(0), capturedAmount: nok(4900), refundedAmount: nok(900),
  });
  const history = ok(await client.payment.history(bearer, reference));
  assert.deepEqual(history.map((event) => event.name), ["CREATED", "AUTHORIZED", "CAPTURED", "REFUNDED"]);
  for (const event of history) await shop.hears(event.name, reference);
}

/** The first payment in the shop, where the phone number is shared; the next invoice goes to that phone. */
async function payAnInvoiceTwice(bearer, shop) {
  const first = `first-${randomUUID()}`;
  const payer = new Phone(service, "4748658141");
  const created = ok(await client.payment.create(bearer, {
    amount: nok(2000),
    customer: { phoneNumber: "4748658141" },
    paymentMethod: { type: "WALLET" },
    profile: { scope: "phoneNumber" },
    reference: first,
    returnUrl: "https://example.io/redirect?orderId=1512202",
    userFlow: "WEB_REDIRECT",
  }));
  await payer.opens(created.redirectUrl);
  await payer.press(await payer.shows(first), "approve");
  const sub = await eventually("the payer's consent", async () =>
    ok(await client.payment.info(bearer, first)).profile.sub);
  const phoneNumber = ok(await client.user.info(bearer, sub)).phone_number;
  assert.equal(phoneNumber, "4748658141");

  const next = `next-${randomUUID()}`;
  ok(await client.order.addCategory(bearer, next, "ecom", {
    category: "GENERAL", orderDetailsUrl: "https://www.example.com/invoice.pdf",
  }));
  ok(await client.payment.create(bearer, {
    amount: nok(2000),
    customer: { phoneNumber },
    paymentMethod: { type: "WALLET" },
    reference: next,
    returnUrl: "https://example.io/redirect?orderId=1512202",
    userFlow: "PUSH_MESSAGE",
    expiresAt: new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString(),
  }));
  const item = await payer.shows(next);
  assert.equal(item.detailsUrl, "https://www.example.com/invoice.pdf");
  await payer.press(item, "postpone");
  assert.equal(ok(await client.payment.info(bearer, next)).state, "CREATED");
  await payer.press(await payer.shows(next), "approve");
  await shop.hears("AUTHORIZED", next);
}

/** A request that the shop takes back, and one of which it takes a part only. */
async function changeOnesMind(bearer, shop) {
  const terminated = await requested(bearer, "4791000702");
  ok(await client.payment.cancel(bearer, terminated));
  assert.equal(ok(await client.payment.info(bearer, terminated)).state, "TERMINATED");
  await shop.hears("TERMINATED", terminated);

  const partly = await requested(bearer, "4791000703");
  const payer = new Phone(service, "4791000703");
  await payer.press(await payer.shows(partly), "approve");
  await shop.hears("AUTHORIZED", partly);
  ok(await client.payment.capture(bearer, partly, { modificationAmount: nok(500) }));
  const cancelled = ok(await client.payment.cancel(bearer, partly));
  assert.deepEqual(cancelled.aggregate.cancelledAmount, nok(500));
  const tooMuch = await client.payment.capture(bearer, partly, { modificationAmount: nok(1) });
  assert.equal(tooMuch.ok, false);
  assert.deepEqual(tooMuch.error.extraDetails, [{ name: "ErrorCode", reason: "6070" }]);

  const refused = await requested(bearer, "4791000704");
  const other = new Phone(service, "4791000704");
  await other.press(await other.shows(refused), "reject");
  await shop.hears("ABORTED", refused);
}

async function approveInThePayersPlace(bearer, shop) {
  const reference = await requested(bearer, "4791000705");
  ok(await client.payment.forceApprove(bearer, reference, { customer: { phoneNumber: "4791000705" } }));
  await shop.hears("AUTHORIZED", reference);
}

async function sendOrderDetails(bearer) {
  const order = `order-${randomUUID()}`;
  ok(await client.order.addCategory(bearer, order, "ecom", {
    category: "TICKET", orderDetailsUrl: "https://www.example.com/ticket",
  }));
  const found = ok(await client.order.info(bearer, order, "ecom"));
  assert.equal(found.category.orderDetailsUrl, "https://www.example.com/ticket");
}

async function requested(bearer, phoneNumber) {
  const reference = `mind-${randomUUID()}`;
  ok(await client.payment.create(bearer, {
    amount: nok(1000),
    customer: { phoneNumber },
    paymentMethod: { type: "WALLET" },
    reference,
    userFlow: "PUSH_MESSAGE",
  }));
  return reference;
}

const shop = new Shop();
try {
  const bearer = await token();
  const registered = ok(await client.webhook.register(bearer, {
    url: await shop.open(),
    events: ["created", "authorized", "aborted", "terminated", "captured", "refunded", "cancelled"]
      .map((name) => `epayments.payment.${name}.v1`),
  }));
  shop.secret = registered.secret;
  for (const [name, flow] of Object.entries(flows)) {
    await flow(bearer, shop);
    console.log(`${name}: done`);
  }
  const listed = ok(await client.webhook.list(bearer)).webhooks.map((webhook) => webhook.id);
  assert.ok(listed.includes(registered.id));
  ok(await client.webhook.delete(bearer, registered.id));
} finally {
  shop.close();
}
