import { TextInput } from "@mantine/core";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { Problem } from "../../api";
import { show } from "../../app/testing/onScreen";
import { FormFrame, PasswordField, useForm } from ".";
import { strengthOf } from "./strength";

type Values = { name: string; password: string };

function TestForm({ send }: { send: (values: Values) => Promise<unknown> }) {
  const form = useForm({ initial: { name: "", password: "" }, required: ["name"], send });
  return (
    <FormFrame form={form} submitLabel="Send">
      <TextInput {...form.bind("name")} label="Name" />
      <PasswordField bound={form.bind("password")} label="Password" isNew />
    </FormFrame>
  );
}

describe("a form", () => {
  test("is sent once, however often it is submitted", async () => {
    const sent: Values[] = [];
    show(
      <TestForm
        send={(values) => {
          sent.push(values);
          return new Promise(() => undefined);
        }}
      />,
    );
    await userEvent.type(screen.getByLabelText("Name"), "Ana{Enter}{Enter}{Enter}");
    expect(sent).toEqual([{ name: "Ana", password: "" }]);
    expect(screen.getByRole("button", { name: "Send" })).toHaveProperty("disabled", true);
  });

  test("names an empty field before anything is sent", async () => {
    const sent: Values[] = [];
    show(<TestForm send={async (values) => sent.push(values)} />);
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    expect(screen.getByText("Fill this in.")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test("puts what the server found beside the field and the cursor into it", async () => {
    const errors = [{ where: "name", message: "There is an Ana already." }];
    const thrown = new Problem({ status: 422, code: "invalid", detail: "Not acceptable", errors });
    show(<TestForm send={() => Promise.reject(thrown)} />);
    await userEvent.type(screen.getByLabelText("Name"), "Ana{Enter}");
    expect(await screen.findByText("There is an Ana already.")).toBeTruthy();
    expect(screen.getByRole("alert").textContent).toContain("Not acceptable");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  });

  test("can be sent again after a failure", async () => {
    let tries = 0;
    show(
      <TestForm
        send={async () => {
          tries += 1;
          if (tries === 1) throw new TypeError("Failed to fetch");
        }}
      />,
    );
    await userEvent.type(screen.getByLabelText("Name"), "Ana{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("Tavolo does not answer.");
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(tries).toBe(2));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("a new password", () => {
  test.each([
    ["", { level: "short", missing: 10 }],
    ["123456789", { level: "short", missing: 1 }],
    ["aaaaaaaaaaaa", { level: "weak" }],
    ["tulips42green", { level: "fair" }],
    ["seven green tulips by the lake", { level: "strong" }],
  ])("%j is %j", (password, strength) => expect(strengthOf(password)).toEqual(strength));

  test("counts signs and not bytes", () => {
    expect(strengthOf("𝒫𝒶𝓈𝓈𝓌")).toEqual({ level: "short", missing: 5 });
  });

  test("can be looked at while typing, and says how strong it is", async () => {
    show(<TestForm send={async () => undefined} />);
    const field = screen.getByLabelText("Password");
    await userEvent.type(field, "tulips");
    expect(screen.getByText("4 more characters")).toBeTruthy();
    expect(field.getAttribute("type")).toBe("password");
    await userEvent.click(screen.getByRole("button", { name: "Show or hide the password" }));
    expect(field.getAttribute("type")).toBe("text");
  });
});
