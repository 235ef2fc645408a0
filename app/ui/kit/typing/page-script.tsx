// A script of one page, beside the one that every page has (root.tsx).
import { useCameBack } from './came-back.tsx';

export function PageScript({ src }: { readonly src: string }) {
  const { nonce } = useCameBack();
  return <script type="module" src={src} nonce={nonce} />;
}
