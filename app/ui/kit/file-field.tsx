// The field that takes one file.
import { describedBy, FormGroup } from './fields.tsx';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
};

export function FileField(props: Props) {
  const { name } = props;
  return (
    <FormGroup {...props}>
      <input
        className="app-file"
        type="file"
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
      />
    </FormGroup>
  );
}
