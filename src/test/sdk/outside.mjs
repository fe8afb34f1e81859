// The world around the client: where it calls, the shop's server that takes webhooks, and the payer's phone.
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { createServer } from "node:http";

const CLIENT_HOST = "https://apitest.vipps.no";

/** Sends what the client calls its API to the service at this address; nothing else of the client is changed. */
export function redirectClientTo(service) {
  const original = globalThis.fetch;
  globalThis.fetch = (request, options) => {
    const url = typeof request === "string" ? request : request.url;
    return url.startsWith(CLIENT_HOST)
      ? original(new Request(service + url.slice(CLIENT_HOST.length), request), options)
      : original(request, options);
  };
}

/** Looks every 100 ms until it gets something, for ten minutes at most. */
export async function eventually(what, look) {
  const end = Date.now() + 600_000;
  let last;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not happen in time${last ? ": " + last.message : ""}`);
}

/** The shop's server: takes webhooks and believes only what is signed with its secret. */
export class Shop {
  events = [];
  secret;

  async open() {
    this.server = createServer((request, response) => {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks);
        response.statusCode = this.believes(request, body) ? 200 : 401;
        if (response.statusCode === 200) this.events.push(JSON.parse(body));
        response.end();
      });
    });
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${this.server.address().port}/webhooks?shop=1`;
  }

  believes(request, body) {
    const hash = createHash("sha256").update(body).digest("base64");
    const date = request.headers["x-ms-date"];
    const signed = `POST\n${request.url}\n${date};${request.headers.host};${hash}`;
    const signature = createHmac("sha256", this.secret ?? "").update(signed).digest("base64");
    return (
      request.headers["x-ms-content-sha256"] === hash &&
      Math.abs(Date.now() - Date.parse(date)) < 300_000 &&
      request.headers.authorization ===
        `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`
    );
  }

  async hears(name, reference) {
    return eventually(`the webhook ${name} of ${reference}`, () =>
      this.events.find((event) => event.name === name && event.reference === reference));
  }

  close() {
    this.server.close();
  }
}

/** The payer's phone, as the sandbox has it. */
export class Phone {
  constructor(service, number) {
    this.address = `${service}/mock/wallet/%2B${number}`;
  }

  async shows(reference) {
    return eventually(`the phone to show ${reference}`, async () => {
      const items = await (await fetch(this.address)).json();
      return items.find((item) => item.reference === reference);
    });
  }

  async opens(url) {
    await this.post("/open", { url });
  }

  async press(item, action, body) {
    await this.post(`/${item.id}/${action}`, body);
  }

  async post(path, body) {
    const answer = await fetch(this.address + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    assert.equal(answer.status, 200, `${path}: ${answer.status} ${await answer.text()}`);
  }
}
