#include "desks/credit/blind_test/asked_list_view.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "web/html/elements.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;

Markup row_of(const TestLine& line, const web::ui::FormState& state) {
  const std::string field = amount_field(line);
  const std::string error = state.error(field);
  // Typed anew, an amount that was left out stays left out.
  const std::string value = state.errors().empty() ? base::french::ungrouped(line.asked) : state.value(field);
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

}  // namespace

Markup asked_list(const std::vector<TestLine>& known, const web::ui::FormState& state) {
  const auto shown = std::min<std::size_t>(known.size(), buyers_on_form);
  Markup rows;
  for (std::size_t i = 0; i < shown; ++i) rows += row_of(known[i], state);
  const auto head = [](std::string_view text, std::string_view align) {
    return html::th(html::attr("scope", "col"), html::cls(align), text);
  };
  Markup body =
      web::ui::hidden_field("choix", "oui") +
      html::div(
          html::cls("table-wrap answer-grid"), html::attr("tabindex", 0), html::role("region"),
          html::aria("label", "Acheteurs à redemander"),
          html::table(html::cls("table"), html::data("grid", ""),
                      html::caption(html::cls("visually-hidden"), "Acheteurs à redemander"),
                      html::thead(html::tr(head("Acheteur", ""), head("Jusqu’ici", "end"), head("À demander", "end"))),
                      html::tbody(rows)));
  const std::string error = state.error("choix");
  if (!error.empty()) body += html::p(html::cls("field-error"), html::id("champ-choix"), error);
  const auto others = static_cast<std::int64_t>(known.size() - shown);
  if (others > 0)
    body += web::ui::checkbox(web::ui::Field{
        .name = "reste",
        .label = "Redemander aussi " + base::french::plural(others, "acheteur plus petit", "acheteurs plus petits") +
                 ", à leur montant",
        .value = state.errors().empty() ? "oui" : "",
        .need = web::ui::Field::Need::optional}
                                  .with(state));
  return web::ui::field_group("De quels acheteurs, et pour combien",
                              "Un montant effacé n’est pas redemandé : la réponse déjà donnée reste.", body);
}

}  // namespace credit::blind_test
