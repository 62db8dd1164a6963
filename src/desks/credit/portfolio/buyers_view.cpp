#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/visit/list_pages.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::FieldWidth;
using web::ui::Value;

constexpr int searched_from = 12;  // buyers: fewer are seen at a glance

Url buyer_url(const PortfolioView& view, const Buyer& buyer) {
  return with_list(view.at("acheteurs", std::to_string(buyer.id.value)), view.list);
}

Value identifier_value(const PortfolioView& view, const Buyer& buyer) {
  if (!buyer.identifier.empty()) return Value::two_lines(buyer.identifier, country_name(buyer.country));
  const web::ui::Badge badge{"identifiant à saisir", web::ui::Tone::warn, web::ui::Icon::alert};
  if (!view.may_change) return badge;
  return html::a(html::href(buyer_url(view, buyer).fragment("champ-identifier")), web::ui::status_badge(badge));
}

// Among thousands: a word of the name or the identifier, or only those that lack theirs.
Markup buyers_filter(const PortfolioView& view) {
  using Which = BuyersQuery::Which;
  if (view.buyer_count() < searched_from && !view.list.filtered()) return {};
  const Url page = view.door.page();
  const bool unidentified = view.list.which == Which::without_identifier;
  web::ui::FilterBar bar{.action = page.fragment("acheteurs"),
                         .search_placeholder = "Nom, SIREN ou registre…",
                         .search_text = view.list.search,
                         .cleared = page.fragment("acheteurs")};
  BuyersQuery other{.which = view.list.which, .search = view.list.search};
  if (unidentified) {
    bar.kept.emplace_back("sans", "identifiant");
    other.which = Which::all;
    bar.chips.push_back({"Identifiant", "à saisir", with_list(page, other).fragment("acheteurs")});
  } else if (view.without_identifier > 0) {
    other.which = Which::without_identifier;
    bar.tools = html::a(html::href(with_list(page, other).fragment("acheteurs")),
                        base::french::plural(view.without_identifier, "sans identifiant", "sans identifiant"));
  }
  if (!view.list.search.empty()) {
    const BuyersQuery all{.which = view.list.which};
    bar.chips.push_back({"Recherche", view.list.search, with_list(page, all).fragment("acheteurs")});
  }
  return web::ui::filter_bar(bar);
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
    web::ui::Row row{.url = view.may_change ? std::optional(buyer_url(view, buyer)) : std::nullopt,
                     .cells = {detail.empty() ? Value(buyer.name) : Value::two_lines(buyer.name, detail),
                               identifier_value(view, buyer), Value(placement::rounded_euros(buyer.exposure)),
                               Value(std::to_string(buyer.terms_days) + "\u00a0j")}};
    if (view.may_change)
      row.cells.push_back(
          removal(view, with_list(view.at("acheteurs", "retrait"), view.list), "buyer", buyer.id.value));
    table.rows.push_back(std::move(row));
  }
  return web::ui::data_table(table);
}

// From the largest exposure down, one step at a time.
Markup buyers_pager(const PortfolioView& view) {
  const auto beside = [&](const Buyer& buyer, visit::Cursor::Direction direction) {
    BuyersQuery list = view.list;
    list.cursor = visit::Cursor{buyer.exposure.cents, buyer.id.value, direction};
    return with_list(view.door.page(), list).fragment("acheteurs");
  };
  web::ui::Pager pager;
  if (view.list.filtered()) pager.summary = visit::counted(view.found, "acheteur", "acheteurs");
  if (view.buyers.earlier) pager.previous = beside(view.buyers.lines.front(), visit::Cursor::Direction::before);
  if (view.buyers.later) pager.next = beside(view.buyers.lines.back(), visit::Cursor::Direction::after);
  return web::ui::pager(pager);
}

Markup buyer_form(const PortfolioView& view) {
  const Url url = view.at("acheteurs");
  const std::string form(url.text());
  const bool again = view.typed.form() == form;
  const bool short_list = view.buyer_count() < buyers_wanted.value();  // one after the other
  return web::ui::disclosure(
      "Ajouter un acheteur", again || short_list ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = with_list(url, view.list), .csrf_token = view.csrf_token, .submit = "Ajouter cet acheteur"},
          buyer_fields(view.typed, form)));
}

Markup no_match(const PortfolioView& view) {
  return web::ui::empty_state(
      {.icon = web::ui::Icon::search,
       .title = "Aucun acheteur ne correspond",
       .text = view.list.search.empty() ? "Tous ont leur identifiant." : "Essayez d’autres mots.",
       .action = web::ui::Action{.label = "Voir tous les acheteurs", .url = view.door.page().fragment("acheteurs")}});
}

}  // namespace

Markup buyer_fields(const web::ui::FormState& state, const std::string& form) {
  const auto field = [&](Field made) {
    made.form = form;
    made.autocomplete = "off";
    return std::move(made).with(state);
  };
  std::vector<web::ui::Option> options;
  for (const Country& country : countries()) options.push_back({std::string(country.code), std::string(country.name)});
  const Field country = field({.name = "country", .label = "Pays", .value = "FR"});
  const bool listed =
      std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.value == country.value; });
  if (!listed && country_of(country.value)) options.push_back({country.value, country.value});
  constexpr auto optional = Field::Need::optional;
  return web::ui::field_row(
             {web::ui::text_field(field({.name = "name", .label = "Nom"})), web::ui::select_field(country, options)}) +
         web::ui::field_row(
             {web::ui::text_field(field({.name = "identifier",
                                         .label = "SIREN, SIRET ou registre",
                                         .hint = "Il reconnaît l’acheteur ; un nom ne suffit pas.",
                                         .need = optional})),
              web::ui::money_field(field({.name = "exposure", .label = "Encours maximal"})),
              web::ui::number_field(field({.name = "terms_days", .label = "Délai de paiement", .value = "30"}), "j")}) +
         web::ui::field_row({web::ui::text_field(field({.name = "sector", .label = "Secteur", .need = optional})),
                             web::ui::text_field(field({.name = "group", .label = "Groupe", .need = optional}))});
}

Markup removal(const PortfolioView& view, const Url& url, std::string_view field, std::int64_t id) {
  if (!view.may_change) return {};
  return web::ui::action_button(
      {.label = "Retirer",
       .url = url,
       .look = web::ui::Look::quiet,
       .post = web::ui::Post{.csrf_token = view.csrf_token, .fields = {{std::string(field), std::to_string(id)}}}});
}

BuyersQuery list_of(const web::Fields& query) {
  BuyersQuery list{.search = base::squeeze(query.get("q")), .cursor = visit::cursor_of(query)};
  if (query.get("sans") == "identifiant") list.which = BuyersQuery::Which::without_identifier;
  return list;
}

Url with_list(Url url, const BuyersQuery& list) {
  if (list.which == BuyersQuery::Which::without_identifier) url = url.query("sans", "identifiant");
  if (!list.search.empty()) url = url.query("q", list.search);
  return visit::at_cursor(std::move(url), list.cursor);
}

Markup buyers_card(const PortfolioView& view) {
  const bool none = view.buyer_count() == 0;
  Markup body;
  if (none)
    body += html::p(html::cls("quiet"), "Les dix à vingt plus gros clients : nom, SIREN, encours maximal, délai.");
  else if (view.buyers.lines.empty())
    body += buyers_filter(view) + no_match(view);
  else
    body += buyers_filter(view) + buyer_table(view) + buyers_pager(view);
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

}  // namespace credit::portfolio
