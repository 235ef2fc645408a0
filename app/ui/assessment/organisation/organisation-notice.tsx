// What an assessment is told of its organisation’s answers: that they changed since it was signed, or wait for a round.

export function OrganisationNotice({ notice }: { readonly notice: string | null }) {
  return notice === null ? null : (
    <div className="nhsuk-inset-text">
      <p>{notice}</p>
    </div>
  );
}
