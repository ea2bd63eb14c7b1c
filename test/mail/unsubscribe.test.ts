import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { unsubscribeToken, unsubscribeUrl, userOfToken } from "../../prisma/secrecy/unsubscribe.ts";

const keyring = openKeyring(Buffer.alloc(32, 7).toString("base64"));

test("a token names its person, and nobody can make that of another", () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const token = unsubscribeToken(keyring, one);
  expect(userOfToken(keyring, token)).toBe(one);
  expect(userOfToken(keyring, `${other}.${token.split(".")[1]}`)).toBeUndefined();
  expect(userOfToken(openKeyring(Buffer.alloc(32, 8).toString("base64")), token)).toBeUndefined();
  for (const forged of ["", one, `${one}.`, `${one}.x`, `${token}x`, `${token}\n`])
    expect([forged, userOfToken(keyring, forged)]).toEqual([forged, undefined]);
  expect(unsubscribeUrl("https://dosar.ro", token)).toBe(`https://dosar.ro/dezabonare?token=${token}`);
});
