// What the stream told of one camera in the last seconds: which faces were seen when. Pictures come by another
// way and a little earlier or later: this finds the faces of a picture by when both were taken.

const KEEP_MS = 10_000;
const NEAR_MS = 400;
const USUAL_LAG_MS = 800;
const MOST_LAG_MS = 8000;
const FALL_MS = 50;
const SETTLE_MS = 120;

export class Sightings {
  #byTime = new Map();
  newest = -Infinity;
  #heard = -Infinity;
  #lagMs = -Infinity;

  add(event) {
    const at = Date.parse(event.capturedAt);
    if (Number.isNaN(at)) return;
    if (!this.#byTime.has(at)) this.#byTime.set(at, new Map());
    this.#byTime.get(at).set(event.faceId, event);
    if (at > this.newest) {
      this.newest = at;
      this.#heard = Date.now();
      // A quick rise and a slow fall: a picture that waits too long is better than one without its boxes.
      this.#lagMs = Math.max(Date.now() - at, this.#lagMs - FALL_MS);
    }
    for (const known of this.#byTime.keys()) if (known < this.newest - KEEP_MS) this.#byTime.delete(known);
  }

  /**
   * True when the faces of the picture taken at `at` are here, or should be if it had any. `skewMs` is by how much
   * the clock here is ahead of the camera's.
   */
  isComplete(at, skewMs) {
    if (at <= this.newest) return true;
    const silent = Date.now() - this.#heard > KEEP_MS;
    const lagMs = silent ? 0 : Math.min(MOST_LAG_MS, Math.max(0, this.#lagMs - skewMs));
    return Date.now() - at - skewMs > lagMs + USUAL_LAG_MS;
  }

  /** True when the faces of exactly that picture are known, all of them: they come one by one. */
  has(at) {
    return this.#byTime.has(at) && (at < this.newest || Date.now() - this.#heard > SETTLE_MS);
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
