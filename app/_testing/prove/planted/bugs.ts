// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are source text

/** One wrong line as a tired programmer writes it, and the tests that must turn red for it. `from` stands once in `file`. */
export type PlantedBug = {
  name: string;
  file: string;
  from: string;
  to: string;
  /** Project, then what else vitest is told: test files, the name of a test. */
  found: readonly ["unit" | "integration", ...string[]];
};

export const PLANTED_BUGS: readonly PlantedBug[] = [
  // money
  {
    name: "a sum goes through a float",
    file: "lib/money/kopecks.ts",
    from: "const kopecks = BigInt(digits);",
    to: "const kopecks = BigInt(Math.trunc((Number(digits) / 100) * 100));",
    found: ["unit", "lib/money/kopecks.test.ts"],
  },
  {
    name: "a half is rounded down",
    file: "lib/money/vat.ts",
    from: "return (2n * numerator + denominator) / (2n * denominator);",
    to: "return numerator / denominator;",
    found: ["unit", "lib/money/vat.test.ts"],
  },
  {
    name: "net and VAT are rounded apart, so that they do not add up",
    file: "lib/money/vat.ts",
    from: "return { gross, net, vat: gross - net };",
    to: "return { gross, net, vat: divideHalfUp(gross * BigInt(mode.rate), 100n + BigInt(mode.rate)) };",
    found: ["unit", "lib/money/vat.test.ts"],
  },
  {
    name: "a discount ends a day early",
    file: "lib/price-list/discount.ts",
    from: "rule.validTo >= on",
    to: "rule.validTo > on",
    found: ["unit", "lib/price-list/discount.test.ts"],
  },
  // statements
  {
    name: "the second of two identical payments is dropped",
    file: "lib/statement/identity.ts",
    from: "return occurrence === 1 ? key : `${key}#${occurrence}`;",
    to: "return key;",
    found: ["unit", "lib/statement/identity.test.ts"],
  },
  {
    name: "a bank's id alone is a line's identity",
    file: "lib/statement/identity.ts",
    from: "`bank:${account}:${part(id)}:${line.creditDate}:${line.side}:${line.amount}`",
    to: "`bank:${account}:${part(id)}`",
    found: ["unit", "lib/statement/identity.test.ts"],
  },
  {
    name: "credits and debits change sides in the balance",
    file: "lib/statement/balance.ts",
    from: "totals.opening.sum + credits - debits",
    to: "totals.opening.sum - credits + debits",
    found: ["unit", "lib/statement/parse.test.ts"],
  },
  {
    name: "the file's own totals are not looked at",
    file: "lib/statement/balance.ts",
    from: "if (totals.credits && totals.credits.sum !== credits)",
    to: "if (totals.credits && totals.credits.sum < 0n)",
    found: ["unit", "lib/statement"],
  },
  {
    name: "two invoices agree and the first is taken",
    file: "lib/statement/match.ts",
    from: "if (only && agreeing.length === 1 &&",
    to: "if (only && agreeing.length >= 1 &&",
    found: ["unit", "lib/statement/match.test.ts"],
  },
  {
    name: "whoever pays the right sum for the right number is the customer",
    file: "lib/statement/match.ts",
    from: 'named !== null && date && certain && sum === "sum"',
    to: 'named !== null && date && sum === "sum"',
    found: ["unit", "lib/statement/match.test.ts"],
  },
  {
    name: "the check digit of a number is not asked",
    file: "lib/documents/number.ts",
    from: "sequence > 0 && checkDigit(yy + digits) === Number(check)",
    to: "sequence > 0",
    found: ["unit", "lib/documents/number.test.ts", "lib/statement/purpose.test.ts"],
  },
  {
    name: "a portion is matched from its end",
    file: "app/_payments/match-portion.ts",
    from: "(await takeUnmatched(tx, statementId, most, but)).map(readPayment);",
    to: "(await takeUnmatched(tx, statementId, most, but)).map(readPayment).reverse();",
    found: ["integration", "app/_payments/match-portion.integration.test.ts", "-t", "writes what the same"],
  },
  {
    name: "a payment does not see what an earlier one of its portion has paid",
    file: "app/_payments/match-portion.ts",
    from: "before.candidates.some(({ id }) => moved.has(id))",
    to: "moved.size < 0",
    found: ["integration", "app/_payments/match-portion.integration.test.ts", "-t", "writes what the same"],
  },
  // the contract and its clocks
  {
    name: "money on the invoice's last day is late",
    file: "lib/contract/steps/allocate-payment.ts",
    from: "payment.creditDate > invoice.validUntil",
    to: "payment.creditDate >= invoice.validUntil",
    found: ["unit", "lib/contract/steps/money.test.ts"],
  },
  {
    name: "more is allocated than the payment has",
    file: "lib/contract/steps/allocate-payment.ts",
    from: "if (rest <= 0n || amount > rest)",
    to: "if (rest <= 0n)",
    found: ["unit", "lib/contract/steps/money.test.ts"],
  },
  {
    name: "silence accepts the act on the customer's last day",
    file: "lib/contract/steps/deem-act.ts",
    from: "given.today <= due",
    to: "given.today < due",
    found: ["unit", "lib/contract/steps/access-and-act.test.ts"],
  },
  {
    name: "the day of the event is the first working day of its term",
    file: "lib/calendar/count.ts",
    from: "for (let rest = 0; counted.length < count; ) {",
    to: "for (let rest = 0, _ = (day = addDays(day, -1)); counted.length < count; ) {",
    found: ["unit", "lib/calendar/count.test.ts"],
  },
  {
    name: "a term in calendar days is a day short",
    file: "lib/calendar/count.ts",
    from: "return { from, counted, ...settle(calendar, addDays(from, count), options.dayOff) };",
    to: "return { from, counted, ...settle(calendar, addDays(from, count - 1), options.dayOff) };",
    found: ["unit", "lib/calendar/count.test.ts"],
  },
  {
    name: "a payment on the day of publication joins the old edition",
    file: "lib/contract/accepted-edition.ts",
    from: "edition.publishedOn <= paidOn &&",
    to: "edition.publishedOn < paidOn &&",
    found: ["unit", "lib/contract/accepted-edition.test.ts"],
  },
  {
    name: "the lawyer who passed a draft releases it",
    file: "lib/editions/draft-moves.ts",
    from: "if (draft.checkedBy === facts.by)",
    to: "if (draft.checkedBy === null)",
    found: ["unit", "lib/editions/draft.test.ts"],
  },
  {
    name: "a step is written over a newer version of its contract",
    file: "db/writes/contracts.ts",
    from: "and(eq(contracts.id, contract.id), eq(contracts.version, contract.version))",
    to: "eq(contracts.id, contract.id)",
    found: ["integration", "app/_actions/contract/at-once.integration.test.ts"],
  },
  // books
  {
    name: "an allocation enters the books the wrong way round",
    file: "lib/ledger/ledger.ts",
    from: ': { ...set, debit: "unallocated", credit: "advances", amount };',
    to: ': { ...set, debit: "advances", credit: "unallocated", amount };',
    found: ["unit", "lib/ledger/ledger.test.ts"],
  },
  {
    name: "only one closed month is stepped over",
    file: "lib/ledger/ledger.ts",
    from: "while (shut.has(monthOfBooks(at))) at = nextMonth(at);",
    to: "if (shut.has(monthOfBooks(at))) at = nextMonth(at);",
    found: ["unit", "lib/ledger/ledger.test.ts"],
  },
  {
    name: "the counter of numbers is read without its lock",
    file: "db/writes/numbers.ts",
    from: "set: { last: sql`${numberSeries.last} + 1` },",
    to: "set: { last: sql`(select coalesce(max(sequence), 0) + 1 from invoices where year = ${year})` },",
    found: ["integration", "scripts/prove.integration.test.ts", "-t", "numbers"],
  },
  {
    name: "a session that was ended lives on",
    file: "lib/auth/session-life.ts",
    from: "session.revokedAt === null &&",
    to: "",
    found: ["unit", "lib/auth/session-life.test.ts"],
  },
  // walls
  {
    name: "a customer's contract query forgets its owner",
    file: "db/queries/contracts.ts",
    from: 'if (actor.kind === "customer") return eq(contracts.partyId, actor.partyId);',
    to: 'if (actor.kind === "customer") return undefined;',
    found: ["integration", "app/cabinet/queries.integration.test.ts"],
  },
  {
    name: "a wall of the database lets every party in",
    file: "db/migrations/20261121104906_walls/migration.sql",
    from: 'ON "invoices" TO market_customer USING (party_id = current_party())',
    to: 'ON "invoices" TO market_customer USING (true)',
    found: ["integration", "app/_testing/walls.integration.test.ts"],
  },
  {
    name: "a request without an origin is ours",
    file: "app/_actions/guard.ts",
    from: "if (origin === null || !allowed.includes(origin)) return false;",
    to: "if (origin !== null && !allowed.includes(origin)) return false;",
    found: ["unit", "app/_actions/guard.test.ts"],
  },
  {
    name: "a repeated key answers whatever it is asked",
    file: "db/writes/idempotency.ts",
    from: "sameRequest: row?.requestHash === requestHash",
    to: "sameRequest: row !== undefined",
    found: ["integration", "scripts/prove.integration.test.ts", "-t", "idempotency"],
  },
  {
    name: "two workers take the same letter",
    file: "db/queries/mails.ts",
    from: '.limit(1)\n    .for("update", { skipLocked: true });',
    to: ".limit(1);",
    found: ["integration", "app/_jobs/crash.integration.test.ts"],
  },
  {
    name: "a formula goes out in a CSV",
    file: "lib/exports/safe-text.ts",
    from: "return FORMULA.test(plain) ? `'${plain}` : plain;",
    to: "return plain;",
    found: ["unit", "lib/exports/exports.test.ts"],
  },
  {
    name: "a chain of evidence is not held together by hashes",
    file: "lib/evidence/chain.ts",
    from: "else if (entry.prevHash !== last.hash)",
    to: "else if (entry.prevHash === last.hash && seq < 0)",
    found: ["unit", "lib/evidence/chain.test.ts"],
  },
];
