/** Randomness of tests and tools is seeded, and a failing test prints its seed. */
export { seededRandom } from "@frontrow/runtime/random";
