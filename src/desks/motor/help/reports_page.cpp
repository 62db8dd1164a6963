// GET /reparateurs/signalements: what repairers miss, and what the firm's own files say of it (M30).
#include "base/french.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/help/help.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace motor::help {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url list_url{"/reparateurs/signalements"};
constexpr std::size_t page_size = 25;

struct Shown {
  std::vector<Message> messages;
  std::vector<std::vector<Hint>> hints;
  std::int64_t waiting;
  identity::Names names;
  MessageId next;  // the last one of this page; none: the list ends here
};

MessageId after_of(const visit::Visit& visit) { return visit::typed_id<MessageId>(visit.request.query.get("apres")); }
Url url_of(Fate fate) { return fate == Fate::waiting ? list_url : list_url.query("etat", "repondus"); }

Shown load(const visit::Visit& visit, Fate fate) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto messages = of_cabinet(tx, visit.actor().organisation, fate, after_of(visit), static_cast<int>(page_size) + 1);
    MessageId next;
    if (messages.size() > page_size) {
      messages.resize(page_size);
      next = messages.back().id;
    }
    std::vector<identity::OrganisationId> repairers;
    std::vector<identity::AccountId> people;
    for (const auto& message : messages) {
      repairers.push_back(message.repairer);
      people.push_back(message.by);
      if (message.answered_by) people.push_back(message.answered_by);
    }
    auto hints = hints_of(tx, messages);
    return Shown{std::move(messages), std::move(hints), count_waiting(tx, visit.actor().organisation),
                 identity::Names(tx, std::move(repairers), std::move(people)), next};
  });
}

Markup hint_line(const Hint& hint) {
  const std::string siret = hint.siret.empty() ? "aucun SIRET" : "le SIRET " + file::siret_spaced(hint.siret);
  const std::string compared =
      hint.own.empty() || hint.likeness == Likeness::same ? "" : " (le sien : " + file::siret_spaced(hint.own) + ")";
  const std::string judged = hint.siret.empty() ? "choisissez son réparateur" : std::string(label(hint.likeness));
  if (hint.file)
    return html::li("Le dossier ",
                    html::a(html::href(Url::path("/reparateurs/dossiers/{}", hint.file)), hint.reference), " porte ",
                    siret, compared, " ; ", judged, ".");
  return html::li(base::french::plural(hint.files, "dossier porte ", "dossiers portent "), siret, compared, " ; ",
                  judged, " · ",
                  html::a(html::href(Url("/reparateurs").query("siret", hint.siret)), "Voir ces dossiers"));
}

Markup answer_form(const visit::Visit& visit, const Message& message, const ui::FormState& state) {
  const Url action = Url::path("/reparateurs/signalements/{}/reponse", message.id);
  const std::string form(action.text());
  return ui::disclosure(
      "Répondre", state.form() == form ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = action,
                .csrf_token = visit::csrf_token(visit),
                .submit = "Envoyer la réponse",
                .icon = ui::Icon::send},
               ui::text_area(ui::Field{.name = "answer", .label = "Votre réponse", .form = form}.with(state), 3)));
}

Markup card(const visit::Visit& visit, const Shown& shown, std::size_t at, const ui::FormState& state) {
  const Message& message = shown.messages[at];
  std::vector<ui::Fact> facts{{"De", shown.names.of(message.by)}, {"Reçu le", message.at}};
  if (!message.about.empty()) facts.push_back({"Dossier qui manque", message.about});
  if (!message.said.empty()) facts.push_back({"Message", ui::Value::lines(message.said)});
  if (message.answered_at) {
    facts.push_back({"Réponse", ui::Value::lines(message.answer)});
    facts.push_back({"Répondu le", *message.answered_at});
    facts.push_back({"Par", shown.names.of(message.answered_by)});
  }
  Markup body = ui::facts(facts);
  const auto& hints = shown.hints[at];
  if (!hints.empty())
    body +=
        html::div(html::cls("hints-of-firm"), html::h3("Dans vos dossiers"),
                  html::p(html::cls("quiet"), "Seul votre cabinet voit ceci."), html::ul(html::each(hints, hint_line)));
  if (!message.answered_at && identity::at_least(visit.actor().role, identity::Role::member))
    body += answer_form(visit, message, state);
  return ui::card({.title = shown.names.of(message.repairer), .icon = ui::Icon::message}, body);
}

web::Response draw(visit::Visit& visit, Fate fate, const ui::FormState& state, int status) {
  const Shown shown = load(visit, fate);
  Markup body = ui::page_header({.title = "Signalements",
                                 .lead = "Des réparateurs ne trouvent pas un dossier : vérifiez le SIRET, puis "
                                         "répondez."});
  body +=
      ui::tabs("Signalements", {{"À traiter", list_url, base::french::integer(shown.waiting), fate == Fate::waiting},
                                {"Répondus", url_of(Fate::settled), {}, fate == Fate::settled}});
  if (shown.messages.empty() && !after_of(visit))
    body += ui::empty_state({.icon = ui::Icon::circle_check,
                             .title = fate == Fate::waiting ? "Aucun signalement à traiter" : "Aucune réponse encore",
                             .text = "Un réparateur qui ne trouve pas un dossier vous écrit depuis sa page « Aide »."});
  std::vector<Markup> cards;
  for (std::size_t i = 0; i < shown.messages.size(); ++i) cards.push_back(card(visit, shown, i, state));
  body += ui::stack(cards);
  if (after_of(visit) || shown.next)
    body += ui::pager({.previous = after_of(visit) ? std::optional(url_of(fate)) : std::nullopt,
                       .next = shown.next ? std::optional(url_of(fate).query("apres", shown.next)) : std::nullopt});
  return visit::page(
      visit, {.title = "Signalements", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_reports(visit::Visit& visit) {
  return draw(visit, visit.request.query.get("etat") == "repondus" ? Fate::settled : Fate::waiting, {}, 200);
}

web::Response post_answer(visit::Visit& visit) {
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return answer(act, visit.actor(), MessageId{visit.id()}, visit.request.form.get("answer"));
  });
  if (done) return visit::see_other(visit, list_url, {ui::Tone::good, "Votre réponse est envoyée au réparateur."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  const auto plain = visit::form_state(visit, done.refusals());
  return draw(visit, Fate::waiting, {visit.request.form.pairs(), plain.errors(), visit.request.path}, 422);
}

std::span<const visit::Route> routes() {
  using identity::OrganisationKind;
  using identity::Role;
  using visit::Permission;
  using enum web::Method;
  constexpr identity::KindSet repairers{OrganisationKind::repairer};
  constexpr identity::KindSet firms{OrganisationKind::adjusting_firm};
  static constexpr visit::Route rows[] = {
      {get, "/reparateurs/aide", Permission::of(repairers), show_help},
      {post, "/reparateurs/aide", Permission::of(repairers, Role::member), post_help},
      {get, "/reparateurs/signalements", Permission::of(firms), show_reports},
      {post, "/reparateurs/signalements/{}/reponse", Permission::of(firms, Role::member), post_answer},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  return {{.label = "Signalements",
           .url = list_url,
           .icon = ui::Icon::message,
           .section = "Réparateurs",
           .accent = ui::Accent::motor,
           .kinds = {identity::OrganisationKind::adjusting_firm},
           .count = waiting_sql}};
}

}  // namespace motor::help
