// A form is read whole before anyone looks at it, so that one that cannot be read is refused in one
// place (SEC-67). Its size has been checked.

const FORM = 'application/x-www-form-urlencoded';

/** The request with its form in memory; null where that is not a form, or a broken one. */
export async function wholeForm(request: Request): Promise<Request | null> {
  if (request.body === null) return request;
  try {
    const { url, method, signal } = request;
    const headers = new Headers(request.headers);
    const body = await request.arrayBuffer();
    if (body.byteLength === 0) headers.set('content-type', FORM);
    const whole = new Request(url, { method, headers, body, signal });
    await whole.clone().formData();
    return whole;
  } catch {
    // Named recovery: whatever is wrong with it, the person hears that it could not be read.
    return null;
  }
}
