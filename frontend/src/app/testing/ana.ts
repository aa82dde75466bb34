/** The owner of an installation, as its members are listed and as the session says. */
export const ANA = {
  kind: "member",
  company: "Lakeside Systems",
  participant: "m1",
  id: "m1",
  name: "Ana Ruiz",
  department: "Sales",
  email: "ana@lakeside.example",
  is_owner: true,
  deactivated: false,
  plan: null,
};
