import * as fc from 'fast-check';

/** A file cut short after at least `least` bytes, or with some bytes changed, those before `from` kept. */
export function brokenBytes(sample: Uint8Array, least: number, from: number): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    fc.nat(sample.length).map((length) => sample.slice(0, Math.max(length, least))),
    fc
      .array(fc.tuple(fc.integer({ min: from, max: sample.length - 1 }), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((flips) => {
        const bytes = sample.slice();
        for (const [at, byte] of flips) bytes[at] = byte;
        return bytes;
      }),
  );
}
