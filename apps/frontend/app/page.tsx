import { cookies } from 'next/headers';
import { Analyzer } from '../components/analyzer';
import { flashCookie, readFlash } from '../server/flash';
import { releaseName } from '../server/tier';

export default async function Page() {
  const shown = readFlash((await cookies()).get(flashCookie)?.value);
  return (
    <>
      <header>
        <h1>3RVision</h1>
        <p>
          Draw the number in the recycling triangle, or upload a picture of it, and read whether to <b>reuse</b>,{' '}
          <b>recycle</b> or <b>resell</b> the product.
        </p>
      </header>
      <main>
        <Analyzer {...(shown && { first: shown })} />
      </main>
      <footer>
        <p>
          This page was made by <code>{releaseName()}</code>.
        </p>
      </footer>
    </>
  );
}
