/** An answer that is an error: its status, and what the server says beside it. */
export class Refusal extends Error {
  readonly status: number;
  readonly substatus: number | undefined;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, more: { substatus?: number; headers?: Record<string, string> } = {}) {
    super(message);
    this.status = status;
    this.substatus = more.substatus;
    this.headers = more.headers ?? {};
  }
}
