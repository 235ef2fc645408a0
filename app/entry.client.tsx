// Brings a page to life in one go: in slices, what people do in between could be undone (ui/kit/typing/typed-early.ts).
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';

hydrateRoot(document, <HydratedRouter />);
