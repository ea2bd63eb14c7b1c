import type { Payload, PayloadCodec } from "@temporalio/common";
import proto from "@temporalio/proto";
import { sealBytes, unsealBytes } from "./keyring.ts";

const ENCODING = "binary/encrypted";
const CONTEXT = "temporal payload";

/** Encrypts every payload that travels to Temporal, with the key derived for it. Refuses nothing that was stored before it. */
export function encryptingCodec(key: Buffer): PayloadCodec {
  return {
    encode: async (payloads) =>
      payloads.map((payload): Payload => {
        const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
        return { metadata: { encoding: Buffer.from(ENCODING) }, data: sealBytes(key, plain, CONTEXT) };
      }),
    decode: async (payloads) =>
      payloads.map((payload): Payload => {
        const encoding = payload.metadata?.["encoding"];
        if (encoding === undefined || encoding === null || Buffer.from(encoding).toString() !== ENCODING)
          return payload;
        return proto.temporal.api.common.v1.Payload.decode(unsealBytes(key, payload.data ?? new Uint8Array(), CONTEXT));
      }),
  };
}
