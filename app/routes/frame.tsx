// Between the root and every page, so that an error has the frame's data: when an action fails, the
// framework runs the loaders above the boundary that shows the error, and no others.
import { Outlet } from 'react-router';
import { RouteError } from '#app/ui/kit/route-error.tsx';

export default function Frame() {
  return <Outlet />;
}

export const ErrorBoundary = RouteError;
