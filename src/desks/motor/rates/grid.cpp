#include "desks/motor/rates/grid.hpp"

#include "web/html/elements.hpp"
#include "web/ui/field_parts.hpp"
#include "web/ui/icon.hpp"

namespace motor::rates {
namespace {

using namespace web::html;
namespace ui = web::ui;

constexpr std::string_view agreement_label = "AGREE";

std::string phone_label(Column column) {
  return std::string(label(column)) + " (" + std::string(label(unit(column))) + ")";
}

Markup head() {
  Markup cells = th(attr("scope", "col"), "Compagnie");
  for (const Column column : columns)
    cells += th(attr("scope", "col"), span(label(column)), small(label(unit(column))));
  return thead(tr(cells, th(attr("scope", "col"), span(agreement_label), small("choix"))));
}

// The scroller is reached by keyboard, as every table of the site that may be wider than the screen.
Markup framed(std::string_view title, const Attribute& more, const Markup& rows) {
  return div(cls("table-wrap rates"), attr("tabindex", "0"), role("region"), aria("label", title),
             web::html::table(cls("rates-grid"), more, caption(cls("visually-hidden"), title), head(), tbody(rows)));
}

Markup wrong(const std::string& field, const ui::FormState& state) {
  const std::string error = state.error(field);
  if (error.empty()) return {};
  return p(cls("field-error"), id(ui::field_id(field, "") + "-erreur"), ui::icon(ui::Icon::alert), span(error));
}

Attribute says_wrong(const std::string& field, const ui::FormState& state) {
  if (state.error(field).empty()) return {};
  return attributes(aria("invalid", "true"), aria("describedby", ui::field_id(field, "") + "-erreur"));
}

Markup price_field(const TypedRow& row, std::size_t at, Column column, const ui::FormState& state,
                   const Attribute& more) {
  const std::string field = cell_field(at, column);
  return td(cls(state.error(field).empty() ? "" : "wrong"), data("label", phone_label(column)),
            input(cls("form-control"), type("text"), attr("inputmode", "decimal"), attr("autocomplete", "off"),
                  id(ui::field_id(field, "")), name(field), value(row.cells.at(static_cast<std::size_t>(column))),
                  aria("label", row.company + ", " + phone_label(column)), says_wrong(field, state), more),
            wrong(field, state));
}

Markup agreement_choice(const TypedRow& row, std::size_t at) {
  const std::string field = agreement_field(at);
  const auto choice = [&](Agreement agreement, std::string_view shown) {
    return option(value(to_text(agreement)), selected_if(row.agreement == to_text(agreement)), shown);
  };
  return td(
      data("label", agreement_label),
      web::html::select(cls("form-select"), id(ui::field_id(field, "")), name(field),
                        aria("label", row.company + ", " + std::string(agreement_label)),
                        choice(Agreement::unsaid, "—"), choice(Agreement::yes, "Oui"), choice(Agreement::no, "Non")));
}

Markup typed_row(const TypedRow& row, std::size_t at, const ui::FormState& state, bool begun) {
  Markup cells = th(attr("scope", "row"), row.company, ui::hidden_field(company_field(at), row.company),
                    wrong(company_field(at), state));
  for (const Column column : columns)
    cells += price_field(row, at, column, state, begun && column == columns[0] ? data("focus", "") : Attribute{});
  return tr(cells, agreement_choice(row, at));
}

Markup dash() {
  return fragment(span(cls("quiet"), aria("hidden", "true"), "–"), span(cls("visually-hidden"), "vide"));
}

Markup shown_price(const std::optional<Price>& price, Column column) {
  return price ? fragment(shown_text(*price, unit(column))) : dash();
}

Markup shown_agreement(Agreement agreement) {
  return agreement == Agreement::unsaid ? dash() : fragment(label(agreement));
}

Markup before_after(const Markup& before, const Markup& after) {
  return fragment(del(span(cls("visually-hidden"), "avant : "), before), " ",
                  ins(span(cls("visually-hidden"), "après : "), after));
}

Markup difference_row(const Difference& row) {
  const auto price = [](const Line* line, Column column) {
    return shown_price(line == nullptr ? std::optional<Price>{} : line->price(column), column);
  };
  const auto agreement = [](const Line* line) {
    return shown_agreement(line == nullptr ? Agreement::unsaid : line->agreement);
  };
  const std::string_view fate = row.before == nullptr ? "ajoutée" : row.after == nullptr ? "retirée" : "";
  Markup cells = th(attr("scope", "row"), row.company, fate.empty() ? Markup{} : span(cls("tag"), fate));
  for (const Column column : columns) {
    const bool lit = row.differs(column);
    cells += td(cls(lit ? "lit" : ""), data("label", phone_label(column)),
                lit ? before_after(price(row.before, column), price(row.after, column)) : price(row.after, column));
  }
  const bool lit = row.agreement_differs();
  return tr(cells, td(cls(lit ? "lit" : ""), data("label", agreement_label),
                      lit ? before_after(agreement(row.before), agreement(row.after)) : agreement(row.after)));
}

}  // namespace

Markup grid_fields(const std::vector<TypedRow>& rows, const ui::FormState& state, std::optional<std::size_t> begun) {
  Markup all;
  for (std::size_t at = 0; at < rows.size(); ++at) all += typed_row(rows[at], at, state, begun == at);
  return framed("Grille tarifaire HT", data("grid"), all);
}

Markup grid(const Version& version) {
  return framed("Grille tarifaire HT", {}, each(version.lines, [](const Line& line) {
                  Markup cells = th(attr("scope", "row"), line.company);
                  for (const Column column : columns)
                    cells += td(data("label", phone_label(column)), shown_price(line.price(column), column));
                  return tr(cells, td(data("label", agreement_label), shown_agreement(line.agreement)));
                }));
}

Markup grid(const std::vector<Difference>& rows) {
  return framed("Comparaison de deux grilles tarifaires HT", {}, each(rows, difference_row));
}

}  // namespace motor::rates
