/** Makes a share of requests fail, spread evenly, so that it is reached with few requests and on every run. */
export class Fault {
  private due = 0;

  /** @param rate 0 to 1 */
  constructor(private readonly rate: number) {}

  strikes(): boolean {
    this.due += this.rate;
    // Shares such as 0.1 have no exact binary form: ten of them are a little less than one.
    if (this.due < 1 - 1e-9) {
      return false;
    }
    this.due -= 1;
    return true;
  }
}
