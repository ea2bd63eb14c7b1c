/**
 * Adds institutions and people: `tsx prisma/seed.ts < people.json`, with DATABASE_URL of the tables' owner. What exists
 * stays as it is, passwords included, so it can be repeated. This is how a new installation gets its first accounts.
 */
import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { currencyField, dateField } from "../domain/commands/define.schema.ts";
import { isRate } from "../domain/money/rates.ts";
import { houseOfRole, INSTITUTION_KINDS, ROLES } from "../domain/people/roles.ts";
import { openDatabase } from "./client.ts";
import { hashPassword } from "./secrecy/password.ts";

const Seed = z.strictObject({
  institutions: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Z]+(-[A-Z]+)?$/),
      kind: z.enum(INSTITUTION_KINDS),
      county: z.string().max(2).optional(),
      nameRo: z.string().min(1),
      nameEn: z.string().min(1),
      /** The commission that examines this DSP's files. */
      cstId: z.string().optional(),
    }),
  ),
  people: z.array(
    z.strictObject({
      email: z.email(),
      name: z.string().min(1),
      institution: z.string().min(1),
      role: z.enum(ROLES),
      password: z.string().min(10),
      locale: z.enum(["ro", "en"]).default("ro"),
    }),
  ),
  /** Exchange rates of a demonstration, marked as such; a real installation enters those of the National Bank. */
  demonstrationRates: z
    .array(z.strictObject({ currency: currencyField, date: dateField, rate: z.string().refine(isRate) }))
    .default([]),
});

async function main(): Promise<void> {
  const seed = Seed.parse(JSON.parse(await text(process.stdin)));
  const { prisma, close } = openDatabase(process.env["DATABASE_URL"] ?? "");
  for (const { county, cstId, ...institution } of seed.institutions) {
    const data = { ...institution, county: county ?? null, cstId: cstId ?? null };
    await prisma.institution.upsert({ where: { id: institution.id }, create: data, update: {} });
  }
  for (const { email, name, institution, role, password, locale } of seed.people) {
    const { kind } = await prisma.institution.findUniqueOrThrow({ where: { id: institution } });
    if ((houseOfRole(role) ?? kind) !== kind) throw new RangeError(`${email} cannot be ${role} in ${institution}`);
    const known = await prisma.user.findUnique({ where: { email } });
    const user =
      known ??
      (await prisma.user.create({
        data: { id: randomUUID(), email, name, locale, passwordHash: await hashPassword(password) },
      }));
    const membership = { userId: user.id, institutionId: institution, role };
    await prisma.membership.upsert({
      where: { userId_institutionId_role: membership },
      create: membership,
      update: {},
    });
  }
  for (const { currency, date: day, rate } of seed.demonstrationRates) {
    const date = new Date(day);
    const known = await prisma.exchangeRate.findFirst({ where: { currency, date, withdrawnAt: null } });
    if (known === null)
      await prisma.exchangeRate.create({ data: { id: randomUUID(), currency, date, rate, source: "demonstration" } });
  }
  await close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
