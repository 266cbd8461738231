/** Keeps the documents of the highest likeness, best first. Sorting all that were touched cost most of a query. */
export class BestFew {
  readonly documents: number[] = [];
  readonly #likenesses: number[] = [];
  readonly #limit: number;
  #least: number;

  constructor(limit: number, leastLikeness: number) {
    this.#limit = limit;
    this.#least = leastLikeness;
  }

  offer(document: number, likeness: number): void {
    if (likeness < this.#least) return;
    let place = this.documents.length;
    while (place > 0 && (this.#likenesses[place - 1] ?? 0) < likeness) place -= 1;
    this.documents.splice(place, 0, document);
    this.#likenesses.splice(place, 0, likeness);
    if (this.documents.length <= this.#limit) return;
    this.documents.pop();
    this.#likenesses.pop();
    this.#least = this.#likenesses.at(-1) ?? this.#least;
  }
}
