/** Who receives what is said in a file that an insurance house keeps. */
import { expect, test } from "@jest/globals";
import { recipientsOf, type Part, type Staff } from "../../domain/messages/recipients.ts";
import type { Role } from "../../domain/people/roles.ts";

const HOUSE = "CAS-CJ";
const ALL: readonly Role[] = ["cas-officer", "cas-supervisor", "institution-head", "administrator"];

function staff(roles: readonly Role[], absent: Staff["absent"] = []): Staff {
  const members = roles.map((role) => ({ userId: String(role), institution: HOUSE, role }));
  const colleague = { userId: "colleague", institution: HOUSE, role: "cas-officer" as const };
  return { members: [...members, colleague], absent };
}

function told(audience: Part["audience"], people: Staff, officer = "cas-officer"): string[] {
  const part = { audience, institution: HOUSE, home: HOUSE, officer };
  return recipientsOf(part, people).map(({ userId, inPlaceOf }) =>
    inPlaceOf === undefined ? userId : `${userId} for ${inPlaceOf}`,
  );
}

test("its officer, or everybody whose work it is; its supervisor; its head; else who answers for them", () => {
  expect(told("owner", staff(ALL))).toEqual(["cas-officer"]);
  expect(told("owner", staff(ALL), "somebody who left")).toEqual(["cas-officer", "colleague"]);
  expect(told("supervisor", staff(ALL))).toEqual(["cas-supervisor"]);
  expect(told("head", staff(ALL))).toEqual(["institution-head"]);
  expect(told("head", staff(["cas-supervisor", "administrator"]))).toEqual(["cas-supervisor"]);
  expect(told("supervisor", staff(["cas-officer", "administrator"]))).toEqual(["administrator"]);
});

test("while the officer is away, the substitute; when nobody of the chain is there, the colleagues", () => {
  const away = (substituteId: string) => [{ userId: "cas-officer", institution: HOUSE, substituteId }];
  expect(told("owner", staff(ALL, away("cas-supervisor")))).toEqual(["cas-supervisor for cas-officer"]);
  expect(told("owner", staff(ALL, away("somebody who left")))).toEqual(["colleague for cas-officer"]);
});
