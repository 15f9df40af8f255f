import { expect, test } from "vitest";
import { Checkboxes, Radios, Select, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { render, textIn } from "#tests/ui/render.tsx";

test("after an error the field keeps what was typed and is tied to its message", async () => {
  const html = await render(
    <Form errors={{ title: ["Say what people call the job."] }} values={{ title: "<b>" }}>
      <TextInput name="title" label="Job title" help="As people say it" required />
      <SubmitButton>Save</SubmitButton>
    </Form>,
  );
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('aria-describedby="field-title-help field-title-error"');
  expect(html).toContain('value="&lt;b&gt;"');
  expect(html).toContain('href="#field-title"');
  expect(textIn(html)).toContain("Correct 1 field and send again");
});

test("a message about the whole form stands in the summary without a link", async () => {
  const html = await render(<Form errors={{ form: ["This page is older than the data."] }}>{null}</Form>);
  expect(textIn(html)).toContain("This page is older than the data.");
  expect(html).not.toContain('href="#field-form"');
});

test("what is optional says so, and what is required does not", async () => {
  const html = await render(
    <Form>
      <TextInput name="a" label="First" required />
      <TextInput name="b" label="Second" />
    </Form>,
  );
  expect(textIn(html)).toBe("First Second (optional)");
});

test("choices are chosen from the form's values; lists are sent with brackets", async () => {
  const options = [
    { value: "1", label: "Nobody" },
    { value: "2", label: "A named owner" },
  ];
  const html = await render(
    <Form values={{ owner: "2", sites: ["1", "2"], country: "1" }}>
      <Radios name="owner" label="Who decides" options={options} />
      <Checkboxes name="sites" label="Sites" options={options} />
      <Select name="country" label="Country" options={options} />
    </Form>,
  );
  expect(html).toMatch(
    /name="owner" checked="" value="2"|value="2" name="owner" checked=""|name="owner" value="2" checked=""/,
  );
  expect(html.match(/name="sites\[\]"/g)).toHaveLength(2);
  expect(html).toContain('<option value="1" selected="">Nobody</option>');
});
