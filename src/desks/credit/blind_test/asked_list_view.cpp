#include "desks/credit/blind_test/asked_list_view.hpp"

#include <unordered_set>

#include "base/french.hpp"
#include "desks/credit/blind_test/asked_amounts.hpp"
#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;

constexpr std::size_t most_rows = 300;  // in the table; what more a list told stays in the form, unseen

struct Shown {
  std::vector<const TestLine*> rows, carried;
  std::int64_t others = 0;  // that go together or not at all
};

// What was looked for first, and what is to be corrected; the largest; then the others that have an amount of their
// own.
Shown shown_of(const std::vector<TestLine>& known, const TypedAmounts& amounts, const Search& search,
               const web::ui::FormState& state) {
  Shown shown;
  std::unordered_set<std::string> wrong;
  for (const auto& error : state.errors()) wrong.insert(error.field);
  const auto first = [&](const TestLine& line) {
    return search.found.contains(line.buyer) || wrong.contains(amount_field(line));
  };
  for (const TestLine& line : known)
    if (first(line)) shown.rows.push_back(&line);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool own = i < buyers_on_form || amounts.of(known[i]) != nullptr;
    if (first(known[i])) continue;
    if (!own)
      ++shown.others;
    else if (i < buyers_on_form || shown.rows.size() < most_rows)
      shown.rows.push_back(&known[i]);
    else
      shown.carried.push_back(&known[i]);
  }
  return shown;
}

Markup row_of(const TestLine& line, const std::string& value, const std::string& error) {
  const std::string field = amount_field(line);
  const auto wrong = html::when(!error.empty(), [] { return html::aria("invalid", "true"); });
  return html::tr(
      html::th(html::attr("scope", "row"), line.name,
               html::small(html::cls("quiet"), line.identifier, " · ", portfolio::country_name(line.country))),
      html::td(html::cls("end num"), html::data("label", "Jusqu’ici"), placement::rounded_euros(line.asked)),
      html::td(html::data("label", "À demander"),
               html::input(html::cls("form-control form-control-sm end num"), html::type("text"),
                           html::attr("inputmode", "decimal"), html::name(field), html::id("champ-" + field),
                           html::value(value), html::aria("label", "À demander, " + line.name),
                           html::attr("autocomplete", "off"), wrong),
               error.empty() ? Markup() : html::p(html::cls("field-error"), error)));
}

Markup table_of(const Shown& shown, const TypedAmounts& amounts, bool anew, const web::ui::FormState& state) {
  Markup rows;
  for (const TestLine* line : shown.rows) {
    const std::string* typed = amounts.of(*line);
    // Typed before, an amount that was left out stays left out.
    const std::string value = typed != nullptr ? *typed : anew ? base::french::ungrouped(line->asked) : std::string();
    rows += row_of(*line, value, state.error(amount_field(*line)));
  }
  const auto head = [](std::string_view text, std::string_view align) {
    return html::th(html::attr("scope", "col"), html::cls(align), text);
  };
  return html::div(
      html::cls("table-wrap answer-grid"), html::attr("tabindex", 0), html::role("region"),
      html::aria("label", "Acheteurs à redemander"),
      html::table(html::cls("table"), html::data("grid", ""),
                  html::caption(html::cls("visually-hidden"), "Acheteurs à redemander"),
                  html::thead(html::tr(head("Acheteur", ""), head("Jusqu’ici", "end"), head("À demander", "end"))),
                  html::tbody(rows)));
}

// An act of the form that comes back to it, with all that was typed.
Markup act_button(std::string_view act, std::string_view label) {
  return html::p(
      html::button(html::cls("btn btn-secondary"), html::type("submit"), html::name("acte"), html::value(act), label));
}

// The first button of a form answers Enter: where there is a search it looks, else it sends, as if these acts were not.
Markup answers_enter(bool searches) {
  const auto unseen = html::cls("visually-hidden");
  if (!searches)
    return html::button(unseen, html::type("submit"), html::attr("tabindex", -1), html::aria("hidden", "true"),
                        "Envoyer le test à blanc");
  return html::button(unseen, html::type("submit"), html::attr("tabindex", -1), html::aria("hidden", "true"),
                      html::name("acte"), html::value("chercher"), "Chercher");
}

std::string found_text(const Search& search) {
  const auto found = static_cast<std::int64_t>(search.found.size());
  if (found == 0) return "Aucun acheteur identifié n’a ces mots dans son nom ou son identifiant.";
  return base::french::plural(found, "acheteur trouvé", "acheteurs trouvés") + ", en tête du tableau." +
         (search.more ? " Il y en a d’autres : précisez." : "");
}

Markup finder(const Search& search, const web::ui::FormState& state) {
  const std::string looked_for = state.value(search_field);
  return web::ui::text_field(web::ui::Field{.name = std::string(search_field),
                                            .label = "Trouver un acheteur",
                                            .hint = "Nom, SIREN ou registre, en tout ou partie.",
                                            .need = web::ui::Field::Need::optional,
                                            .autocomplete = "off"}
                                 .with(state)) +
         (looked_for.empty() ? Markup() : html::p(html::role("status"), found_text(search))) +
         act_button("chercher", "Chercher");
}

// Open as long as something waits in it.
Markup list_of_amounts(const web::ui::FormState& state) {
  using web::ui::Field;
  constexpr auto optional = Field::Need::optional;
  const bool waits =
      !state.value(list_field).empty() || !state.error(list_field).empty() || !state.error(file_field).empty();
  const Markup fields =
      web::ui::text_area(Field{.name = std::string(list_field),
                               .label = "Montants à coller",
                               .hint = "Une ligne par acheteur : SIREN ou registre, montant, et le pays s’il le faut. "
                                       "Montants lus : 1 234,50, 1234.5 ou 1.234,50 €.",
                               .need = optional}
                             .with(state),
                         6) +
      web::ui::file_field(Field{.name = std::string(file_field),
                                .label = "Ou un fichier",
                                .hint = "Excel (.xlsx) ou CSV, avec ses en-têtes.",
                                .need = optional}
                              .with(state),
                          {.accept = ".xlsx,.csv,.txt"}) +
      web::ui::checkbox(Field{.name = std::string(only_list_field),
                              .label = "Ne redemander que les acheteurs de cette liste",
                              .need = optional}
                            .with(state)) +
      act_button("montants", "Reporter ces montants");
  return web::ui::disclosure("Reporter une liste de montants", waits ? web::ui::Fold::open : web::ui::Fold::closed,
                             fields);
}

}  // namespace

Markup asked_list(const std::vector<TestLine>& known, const web::Fields& form, const web::ui::FormState& state) {
  const bool anew = !form.find("choix");
  const TypedAmounts amounts(form, known);
  const Search search = found_in(known, form.get(search_field));
  const Shown shown = shown_of(known, amounts, search, state);
  const bool searches = known.size() > buyers_on_form;
  Markup body = web::ui::hidden_field("choix", "oui") + answers_enter(searches);
  if (searches) body += finder(search, state);
  body += list_of_amounts(state) + table_of(shown, amounts, anew, state);
  const std::string error = state.error("choix");
  if (!error.empty()) body += html::p(html::cls("field-error"), html::id("champ-choix"), error);
  if (!shown.carried.empty())
    body += web::ui::hidden_field(carried_field, carried(shown.carried, amounts)) +
            html::p(html::cls("quiet"), base::french::plural(static_cast<std::int64_t>(shown.carried.size()),
                                                             "autre montant reporté", "autres montants reportés") +
                                            " de votre liste : cherchez un acheteur pour voir le sien.");
  if (shown.others > 0)
    body += web::ui::checkbox(
        web::ui::Field{.name = "reste",
                       .label = "Redemander aussi " +
                                base::french::plural(shown.others, "acheteur plus petit", "acheteurs plus petits") +
                                ", à leur montant",
                       .value = anew ? "oui" : "",
                       .need = web::ui::Field::Need::optional}
            .with(state));
  return web::ui::field_group("De quels acheteurs, et pour combien",
                              "Un montant effacé n’est pas redemandé : la réponse déjà donnée reste.", body);
}

}  // namespace credit::blind_test
