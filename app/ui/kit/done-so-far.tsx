// How much is ready, in words first and as a bar that adds nothing to them.

type Props = { readonly ready: number; readonly all: number; readonly are?: string };

export function Progress({ ready, all, are = 'ready' }: Props) {
  const share = all === 0 ? 0 : (ready / all) * 100;
  return (
    <>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-0">
        {ready} of {all} criteria are {are}
      </p>
      <div className="app-progress" aria-hidden="true">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
          <rect width={share} height="10" />
        </svg>
      </div>
    </>
  );
}
