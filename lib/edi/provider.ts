import type { Result } from "#/lib/result.ts";

/** A delivery that waits at the operator. */
export type Delivery = { id: string; type: string; fileName: string; processedAt: string | null };

/** What went wrong with the operator; `again` where the same may succeed later. */
export type EdiFailure = {
  code: "edi.unauthorised" | "edi.unavailable" | "edi.timeout" | "edi.rejected" | "edi.bad_answer" | "edi.too_big";
  again: boolean;
};

/** An operator of electronic document exchange. Without one the house works by hand: send-act and sign-act take what a person did there. */
export type EdiProvider = {
  /** The seller's signature in the operator's cloud: the container as it is to be sent and kept. */
  sign(document: { description: string; xml: Uint8Array }): Promise<Result<Uint8Array, EdiFailure>>;
  /** Hands a container over. The same document again is no second one: the operator knows its number. */
  send(document: { fileName: string; container: Uint8Array }): Promise<Result<"accepted" | "duplicate", EdiFailure>>;
  /** What waits, oldest first. */
  poll(): Promise<Result<Delivery[], EdiFailure>>;
  /** The bytes of a delivery as they are. */
  fetchSigned(deliveryId: string): Promise<Result<Uint8Array, EdiFailure>>;
  /** The delivery is kept here: it is not to be offered again. */
  confirm(deliveryId: string): Promise<Result<undefined, EdiFailure>>;
  /** Whether the operator answers and lets us in. */
  status(): Promise<Result<{ waiting: number }, EdiFailure>>;
};
