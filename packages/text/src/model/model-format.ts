import { LinearModel, type ModelParts } from "./linear-model.ts";

const MAGIC = 0x4d4c5246; // "FRLM", little-endian
const HEADER_BYTES = 12;

/**
 * A model as bytes, little-endian: u32 "FRLM", u8 version (1), u8 bits, u16 classes, u32 bytes of the labels; the labels in
 * UTF-8, one space between; float32 scales; float32 biases; int8 weights, bucket by bucket.
 */
export function encodeModel({ labels, bits, scales, biases, weights }: ModelParts): Uint8Array {
  const names = new TextEncoder().encode(labels.join(" "));
  const bytes = new Uint8Array(HEADER_BYTES + names.length + labels.length * 8 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, 1);
  view.setUint8(5, bits);
  view.setUint16(6, labels.length, true);
  view.setUint32(8, names.length, true);
  bytes.set(names, HEADER_BYTES);
  let at = HEADER_BYTES + names.length;
  for (const value of [...scales, ...biases]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
  return bytes;
}

/** The model that `encodeModel` wrote. Throws a RangeError for anything else: a table that was cut is worse than none. */
export function loadModel(bytes: Uint8Array): LinearModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC || view.getUint8(4) !== 1) {
    throw new RangeError("this is no model of format 1");
  }
  const bits = view.getUint8(5);
  const classes = view.getUint16(6, true);
  const namesEnd = HEADER_BYTES + view.getUint32(8, true);
  const weightsAt = namesEnd + classes * 8;
  const size = classes * 2 ** bits;
  if (bytes.length !== weightsAt + size) throw new RangeError(`a model of ${weightsAt + size} bytes has ${bytes.length}`);
  const floats = (from: number) => Float32Array.from({ length: classes }, (_, at) => view.getFloat32(from + at * 4, true));
  return new LinearModel({
    labels: new TextDecoder().decode(bytes.subarray(HEADER_BYTES, namesEnd)).split(" "),
    bits,
    scales: floats(namesEnd),
    biases: floats(namesEnd + classes * 4),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, size),
  });
}

/** A model as the generated sources hold it: base64, which survives every compiler and bundler. */
export const loadModelText = (base64: string): LinearModel =>
  loadModel(typeof Buffer === "undefined" ? bytesOf(base64) : Buffer.from(base64, "base64"));

/** For browsers; Node's own is ten times as fast. */
function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
