#include "base/french.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/table.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::FieldWidth;
using web::ui::Value;

Value removal(const PortfolioView& view, const Url& url, std::string_view field, std::int64_t id) {
  if (!view.may_change) return {};
  return web::ui::action_button(
      {.label = "Retirer",
       .url = url,
       .look = web::ui::Look::quiet,
       .post = web::ui::Post{.csrf_token = view.csrf_token, .fields = {{std::string(field), std::to_string(id)}}}});
}

Value identifier_value(const Buyer& buyer) {
  if (buyer.identifier.empty())
    return web::ui::Badge{"identifiant à saisir", web::ui::Tone::warn, web::ui::Icon::alert};
  return Value::two_lines(buyer.identifier, country_name(buyer.country));
}

Markup buyer_table(const PortfolioView& view) {
  web::ui::Table table{.caption = "Acheteurs",
                       .columns = {{.label = "Acheteur"},
                                   {.label = "SIREN ou registre"},
                                   {.label = "Encours maximal", .align = web::ui::Align::end},
                                   {.label = "Délai", .align = web::ui::Align::end}},
                       .rows = {}};
  if (view.may_change) table.columns.push_back({.label = ""});
  for (const Buyer& buyer : view.buyers.lines) {
    std::string detail = buyer.sector;
    if (!buyer.group.empty()) detail += (detail.empty() ? "groupe " : " · groupe ") + buyer.group;
    web::ui::Row row{.cells = {detail.empty() ? Value(buyer.name) : Value::two_lines(buyer.name, detail),
                               identifier_value(buyer), Value(placement::rounded_euros(buyer.exposure)),
                               Value(std::to_string(buyer.terms_days) + "\u00a0j")}};
    if (view.may_change)
      row.cells.push_back(
          removal(view, with_cursor(view.at("acheteurs", "retrait"), view.cursor), "buyer", buyer.id.value));
    table.rows.push_back(std::move(row));
  }
  return web::ui::data_table(table);
}

// From the largest exposure down, one step at a time.
Markup buyers_pager(const PortfolioView& view) {
  const auto beside = [&](const Buyer& buyer, visit::Cursor::Direction direction) {
    return with_cursor(view.door.page(), visit::Cursor{buyer.exposure.cents, buyer.id.value, direction})
        .fragment("acheteurs");
  };
  web::ui::Pager pager;
  if (view.buyers.earlier) pager.previous = beside(view.buyers.lines.front(), visit::Cursor::Direction::before);
  if (view.buyers.later) pager.next = beside(view.buyers.lines.back(), visit::Cursor::Direction::after);
  return web::ui::pager(pager);
}

Markup buyer_form(const PortfolioView& view) {
  const Url url = view.at("acheteurs");
  const std::string form(url.text());
  const auto field = [&](Field made) {
    made.form = form;
    made.autocomplete = "off";
    return std::move(made).with(view.typed);
  };
  std::vector<web::ui::Option> options;
  for (const Country& country : countries()) options.push_back({std::string(country.code), std::string(country.name)});
  constexpr auto optional = Field::Need::optional;
  const bool again = view.typed.form() == form;
  const bool short_list = view.buyer_count() < buyers_wanted.value();  // one after the other
  return web::ui::disclosure(
      "Ajouter un acheteur", again || short_list ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Ajouter cet acheteur"},
                    web::ui::field_row(
                        {web::ui::text_field(field({.name = "name", .label = "Nom"})),
                         web::ui::select_field(field({.name = "country", .label = "Pays", .value = "FR"}), options)}) +
                        web::ui::field_row(
                            {web::ui::text_field(field({.name = "identifier",
                                                        .label = "SIREN, SIRET ou registre",
                                                        .hint = "Il reconnaît l’acheteur ; un nom ne suffit pas.",
                                                        .need = optional})),
                             web::ui::money_field(field({.name = "exposure", .label = "Encours maximal"})),
                             web::ui::number_field(
                                 field({.name = "terms_days", .label = "Délai de paiement", .value = "30"}), "j")}) +
                        web::ui::field_row(
                            {web::ui::text_field(field({.name = "sector", .label = "Secteur", .need = optional})),
                             web::ui::text_field(field({.name = "group", .label = "Groupe", .need = optional}))})));
}

}  // namespace

Url with_cursor(Url url, const std::optional<visit::Cursor>& cursor) {
  if (!cursor) return url;
  return url.query(cursor->direction == visit::Cursor::Direction::after ? "apres" : "avant",
                   std::to_string(cursor->key) + "-" + std::to_string(cursor->id));
}

Markup buyers_card(const PortfolioView& view) {
  const bool none = view.buyer_count() == 0;
  Markup body;
  if (none)
    body += html::p(html::cls("quiet"), "Les dix à vingt plus gros clients : nom, SIREN, encours maximal, délai.");
  else
    body += buyer_table(view) + buyers_pager(view);
  if (view.may_change)
    body += web::ui::actions_row({{.label = "Importer une liste",
                                   .url = view.at("acheteurs", "import"),
                                   .look = none ? web::ui::Look::primary : web::ui::Look::secondary,
                                   .icon = web::ui::Icon::upload}}) +
            buyer_form(view);
  const std::string title = none ? "Acheteurs"
                                 : base::french::plural(view.buyer_count(), "acheteur", "acheteurs") + " · " +
                                       placement::rounded_euros(view.placement.exposure);
  return web::ui::card({.title = title, .icon = web::ui::Icon::users, .id = "acheteurs"}, body);
}

Markup losses_card(const PortfolioView& view) {
  std::vector<web::ui::Line> lines;
  base::Money sum;
  for (const Loss& loss : view.losses) {
    sum += loss.amount;
    lines.push_back({loss.buyer_name,
                     base::french::euros(loss.amount) + " · " + base::french::day_medium(loss.due_on) + " · " +
                         std::string(label(loss.cause)),
                     removal(view, view.at("sinistres", "retrait"), "loss", loss.id)});
  }
  Markup body = web::ui::lines(lines, "Aucun impayé déclaré sur les trois dernières années.");
  if (!view.losses.empty()) body += html::p(html::strong("Total : ", base::french::euros(sum)));
  if (view.may_change) {
    const Url url = view.at("sinistres");
    const std::string form(url.text());
    const auto field = [&](Field made) {
      made.form = form;
      return std::move(made).with(view.typed);
    };
    std::vector<web::ui::Option> options;
    for (const Cause cause : causes) options.push_back({std::string(to_text(cause)), std::string(label(cause))});
    body += web::ui::disclosure(
        "Déclarer un impayé", view.typed.form() == form ? web::ui::Fold::open : web::ui::Fold::closed,
        web::ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Ajouter cet impayé"},
                      web::ui::text_field(field({.name = "buyer_name", .label = "Client"})) +
                          web::ui::money_field(field({.name = "amount", .label = "Montant"})) +
                          web::ui::date_field(field({.name = "due_on", .label = "Échéance impayée"})) +
                          web::ui::select_field(field({.name = "cause", .label = "Cause"}), options)));
  }
  return web::ui::card({.title = "Impayés sur trois ans", .icon = web::ui::Icon::alert, .id = "impayes"}, body);
}

}  // namespace credit::portfolio
