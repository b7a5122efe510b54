// What the stream told of one camera in the last seconds: which faces were seen when. Pictures come by another
// way and a little earlier or later: this finds the faces of a picture by when both were taken.

const KEEP_MS = 8000;
const NEAR_MS = 400;

export class Sightings {
  #byTime = new Map();
  newest = -Infinity;

  add(event) {
    const at = Date.parse(event.capturedAt);
    if (Number.isNaN(at)) return;
    if (!this.#byTime.has(at)) this.#byTime.set(at, new Map());
    this.#byTime.get(at).set(event.faceId, event);
    this.newest = Math.max(this.newest, at);
    for (const known of this.#byTime.keys()) if (known < this.newest - KEEP_MS) this.#byTime.delete(known);
  }

  /** The faces of the picture taken at `at` (epoch ms), or of the nearest one within 0.4 s; none is an answer. */
  at(at) {
    const exact = this.#byTime.get(at);
    if (exact) return [...exact.values()];
    let best = null;
    for (const known of this.#byTime.keys()) {
      if (Math.abs(known - at) <= NEAR_MS && (best === null || Math.abs(known - at) < Math.abs(best - at))) best = known;
    }
    return best === null ? [] : [...this.#byTime.get(best).values()];
  }
}
