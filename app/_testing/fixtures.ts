/**
 * A party and a contract at any place of its life, made by the real steps on a real database:
 * `sendAct(db, await activate(db, await pay(db, await placeOrder(db, await makeParty(db)))))`.
 */
export * from "./contracts.ts";
export * from "./editions.ts";
export * from "./people.ts";
