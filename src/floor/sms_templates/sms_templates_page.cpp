// /administration/sms: every SMS with its text, and the editor of one (P5.sms_text).
#include "base/french.hpp"
#include "floor/identity/names.hpp"
#include "floor/sms_templates/pages.hpp"
#include "floor/sms_templates/sms_preview.hpp"
#include "floor/sms_templates/sms_templates.hpp"
#include "floor/sms_templates/sms_templates_rules.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace sms_templates {
namespace {

namespace ui = web::ui;
namespace html = web::html;
using html::Markup;
using html::Url;
using messages::SmsAlphabet;

constexpr std::string_view title = "Textes des SMS";

Url url_of(const Template& sms) { return Url::path("/administration/sms/{}", sms.key); }

const Template* asked(const visit::Visit& visit) {
  for (const Template& sms : visit.site.sms_templates)
    if (sms.key == visit.parameter(0)) return &sms;
  return nullptr;
}

Wording typed_in(const web::Fields& form) {
  return {std::string(form.get("texte")), form.get("accents") == "oui" ? SmsAlphabet::as_written : SmsAlphabet::gsm7};
}

struct Shown {
  Wording wording;
  std::string changed;  // "23 nov. 2026, 10:00, par Alix Morel"; empty: the desk's own
};

Shown shown(db::Transaction& tx, const Template& sms) {
  const auto all = changed(tx);
  const auto found = all.find(sms.key);
  if (found == all.end()) return {{std::string(sms.text)}, {}};
  const identity::Names names(tx, {}, {found->second.by});
  return {found->second.wording,
          base::french::instant_medium(found->second.at) + ", par " + names.of(found->second.by)};
}

Markup variables_card(const Template& sms) {
  std::vector<ui::Line> lines;
  for (const Variable& variable : sms.variables) {
    const bool kept = variable.need == Variable::Need::kept;
    lines.push_back({.what = html::strong("{" + std::string(variable.name) + "}"),
                     .detail = std::string(variable.meaning) + (kept ? ", doit rester dans le texte" : "") +
                               ". Exemple : " + std::string(variable.example)});
  }
  return ui::card({.title = "Variables", .icon = ui::Icon::list}, ui::lines(lines, ""));
}

Markup text_form(const visit::Visit& visit, const Template& sms, const Wording& wording,
                 const std::vector<ui::FieldError>& errors) {
  const ui::FormState state({}, errors);
  const Url preview_url = Url::path("/administration/sms/{}/apercu", sms.key);
  const Markup fields = html::fragment(
      ui::text_area({.name = "texte",
                     .label = "Texte",
                     .value = wording.text,
                     .error = state.error("texte"),
                     .hint = "Une variable s’écrit entre accolades."},
                    4),
      ui::checkbox(
          {.name = "accents",
           .label = "Garder tous les accents",
           .value = wording.alphabet == SmsAlphabet::as_written ? "oui" : "",
           .hint = "Le SMS passe alors en UCS-2 dès qu’une lettre manque au GSM-7 : il prend plus de segments.",
           .need = ui::Field::Need::optional}),
      html::p(html::button(html::cls("btn", ui::class_of(ui::Look::secondary)), html::type("submit"),
                           html::formaction(preview_url), ui::icon(ui::Icon::eye), html::span("Voir l’aperçu"))));
  return html::div(
      html::hx_post(preview_url), html::attr("hx-trigger", "input delay:250ms"), html::attr("hx-target", "#apercu"),
      html::attr("hx-swap", "outerHTML"), html::attr("hx-include", "find form"), html::attr("hx-sync", "this:replace"),
      ui::form({.action = url_of(sms),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Enregistrer ce texte",
                .other = ui::Action{.label = "Annuler", .url = "/administration/sms", .look = ui::Look::quiet},
                .errors = errors},
               fields));
}

Markup origin_card(const visit::Visit& visit, const Template& sms, const Shown& current) {
  if (current.changed.empty()) return {};
  Markup body =
      html::p(html::cls("as-typed"), sms.text) + html::p(html::cls("quiet"), "Changé le ", current.changed, ".");
  if (identity::at_least(visit.actor().role, identity::Role::member))
    body += ui::actions_row({{.label = "Revenir au texte d’origine",
                              .url = url_of(sms),
                              .icon = ui::Icon::refresh,
                              .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                               .question = "Revenir au texte d’origine ?",
                                               .consequence = "Le texte actuel est perdu.",
                                               .fields = {{"texte", std::string(sms.text)}}}}});
  return ui::card({.title = "Texte d’origine", .icon = ui::Icon::history}, body);
}

web::Response draw(visit::Visit& visit, const Template& sms, const std::optional<Wording>& typed,
                   const std::vector<ui::FieldError>& errors, int status) {
  const Shown current = visit.platform.database.read([&](db::Transaction& tx) { return shown(tx, sms); });
  const Wording& wording = typed ? *typed : current.wording;
  const bool may_change = identity::at_least(visit.actor().role, identity::Role::member);
  const Markup editor =
      may_change ? ui::card({.title = "Texte", .icon = ui::Icon::edit}, text_form(visit, sms, wording, errors))
                 : Markup{};
  const Markup wide = editor + origin_card(visit, sms, current);
  const Markup narrow = preview(sms, wording, visit.now) + variables_card(sms);
  return visit::page(visit, {.title = std::string(sms.label),
                             .body = ui::page_header({.title = std::string(sms.label),
                                                      .lead = std::string(sms.sent),
                                                      .crumbs = {{std::string(title), "/administration/sms"}}}) +
                                     ui::two_columns(wide, narrow),
                             .status = status});
}

}  // namespace

web::Response show_list(visit::Visit& visit) {
  const auto changes = visit.platform.database.read([](db::Transaction& tx) { return changed(tx); });
  ui::Table table{.caption = std::string(title),
                  .columns = {{.label = "SMS"}, {.label = "Exemple"}, {.label = "Taille"}, {.label = "Texte"}},
                  .rows = {}};
  for (const Template& sms : visit.site.sms_templates) {
    const auto change = changes.find(sms.key);
    const Wording wording = change == changes.end() ? Wording{std::string(sms.text)} : change->second.wording;
    const std::string text = example(sms, wording);
    const messages::SmsSize size = messages::sms_size(text);
    table.rows.push_back(
        {.url = url_of(sms),
         .cells = {ui::Value::two_lines(sms.label, sms.sent), text,
                   ui::Value::two_lines(base::french::plural(size.segments, "segment", "segments"), size_text(size)),
                   change == changes.end() ? "d’origine" : "changé"}});
  }
  return visit::page(
      visit, {.title = std::string(title),
              .body = ui::page_header({.title = std::string(title),
                                       .lead = "Ce que dit chaque SMS, avec la place qu’il prend. Un texte changé vaut "
                                               "pour les SMS à venir."}) +
                      ui::data_table(table)});
}

web::Response show_template(visit::Visit& visit) {
  const Template* sms = asked(visit);
  return sms == nullptr ? visit::not_found(visit) : draw(visit, *sms, {}, {}, 200);
}

web::Response post_template(visit::Visit& visit) {
  const Template* sms = asked(visit);
  if (sms == nullptr) return visit::not_found(visit);
  const Wording typed = typed_in(visit.request.form);
  const auto wording = checked(*sms, typed);
  if (!wording) return draw(visit, *sms, typed, visit::form_state(visit, wording.refusals()).errors(), 422);
  visit.platform.act(visit.author(), [&](platform::Act& act) { change(act, *sms, *wording); });
  return visit::see_other(visit, url_of(*sms),
                          {ui::Tone::good, "Le texte est enregistré : il vaut dès le prochain SMS."});
}

web::Response post_preview(visit::Visit& visit) {
  const Template* sms = asked(visit);
  if (sms == nullptr) return visit::not_found(visit);
  const Wording typed = typed_in(visit.request.form);
  if (visit.request.htmx()) return visit::fragment(preview(*sms, typed, visit.now));
  return draw(visit, *sms, typed, {}, 200);
}

}  // namespace sms_templates
