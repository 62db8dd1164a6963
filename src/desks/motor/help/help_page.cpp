// GET, POST /reparateurs/aide: why a file may be missing, what the establishments say, a message to the firm (M30).
#include <algorithm>

#include "base/french.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/file/siret_search.hpp"
#include "desks/motor/help/help.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::help {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using attachment::Attachment;
using html::Markup;
using html::Url;
using AttachmentState = attachment::State;

constexpr Url help_url{"/reparateurs/aide"};
constexpr std::size_t page_size = 20;

struct Shown {
  std::vector<Attachment> attachments;
  std::vector<file::SiretFiles> seen, unseen;
  std::vector<Message> messages;
  MessageId after, next;  // where this page of messages begins, and the next one
  identity::Names names;
};

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto repairer = visit.actor().organisation;
    auto attachments = attachment::of_repairer(tx, repairer);
    std::vector<identity::OrganisationId> firms, confirmed;
    std::string siren;
    for (const auto& one : attachments) {
      firms.push_back(one.cabinet);
      if (one.state != AttachmentState::confirmed) continue;
      siren = one.siret.substr(0, 9);
      if (std::find(confirmed.begin(), confirmed.end(), one.cabinet) == confirmed.end())
        confirmed.push_back(one.cabinet);
    }
    const auto after = visit::typed_id<MessageId>(visit.request.query.get("apres"));
    auto messages = of_repairer(tx, repairer, after, static_cast<int>(page_size) + 1);
    MessageId next;
    if (messages.size() > page_size) {
      messages.resize(page_size);
      next = messages.back().id;
    }
    for (const auto& one : messages) firms.push_back(one.cabinet);
    return Shown{std::move(attachments),
                 file::seen_by(tx, repairer),
                 file::unseen_of_siren(tx, confirmed, siren),
                 std::move(messages),
                 after,
                 next,
                 identity::Names(tx, std::move(firms))};
  });
}

std::int64_t files_seen(const Shown& shown, const Attachment& of) {
  for (const auto& one : shown.seen)
    if (one.cabinet == of.cabinet && one.siret == of.siret) return one.files;
  return 0;
}

Markup reasons_card() {
  const auto reason = [](std::string_view title, std::string_view text) {
    return html::li(html::strong(title), " ", text);
  };
  return ui::card(
      {.title = "Pourquoi un dossier peut manquer", .icon = ui::Icon::info},
      html::p("Si vous ne voyez pas vos dossiers, votre numéro de SIRET est probablement erroné dans la base du "
              "portail ou dans celle du cabinet d’expertise.") +
          html::ul(html::cls("reasons"),
                   reason("Un filtre est actif :", "supprimez la recherche et les filtres de la liste."),
                   reason("Le rattachement n’est pas confirmé :", "le cabinet doit d’abord valider l’établissement."),
                   reason("Le dossier porte un autre SIRET :",
                          "celui d’un autre de vos établissements, ou un SIRET mal "
                          "saisi."),
                   reason("Le cabinet n’est pas le bon :", "ajoutez chaque cabinet avec lequel vous travaillez.")) +
          html::p(html::cls("quiet"),
                  "Mot de passe perdu ? Si vous ne parvenez pas à créer un compte, c’est qu’il en existe déjà un avec "
                  "votre SIRET. Dans les deux cas, choisissez « Mot de passe oublié » sur la page de connexion, puis "
                  "consultez aussi vos courriers indésirables."));
}

ui::Badge badge(AttachmentState state) {
  switch (state) {
    case AttachmentState::requested:
      return {"Demandé", ui::Tone::warn, ui::Icon::hourglass};
    case AttachmentState::confirmed:
      return {"Confirmé", ui::Tone::good, ui::Icon::circle_check};
    case AttachmentState::refused:
      return {"Refusé", ui::Tone::bad, ui::Icon::circle_x};
  }
  return {};
}

Markup siret(std::string_view text) { return html::span(html::cls("num nowrap"), file::siret_spaced(text)); }

// What each line of the diagnosis means, and what to do.
Markup findings(const visit::Visit& visit, const Shown& shown) {
  Markup all;
  for (const auto& one : shown.unseen) {
    const std::string files = base::french::plural(one.files, "dossier", "dossiers");
    Markup act;
    if (visit.actor().role == identity::Role::manager)
      act = ui::action_button({.label = "Demander le rattachement",
                               .url = Url("/reparateurs/parametres")
                                          .query("siret", one.siret)
                                          .query("cabinet", one.cabinet)
                                          .fragment("etablissements"),
                               .icon = ui::Icon::building});
    all += ui::notice({ui::Tone::warn, files + " à un autre établissement de votre entreprise",
                       shown.names.of(one.cabinet) + " a " + files + " au SIRET " + file::siret_spaced(one.siret) +
                           ", qui n’est pas rattaché à votre compte."},
                      act);
  }
  for (const auto& one : shown.attachments) {
    const std::string firm = shown.names.of(one.cabinet);
    const std::string place = file::siret_spaced(one.siret);
    if (one.state == AttachmentState::requested)
      all += ui::notice({ui::Tone::info, "Rattachement en attente",
                         firm + " n’a pas encore validé " + place +
                             " : ses dossiers s’afficheront dès qu’il l’aura "
                             "fait."});
    else if (one.state == AttachmentState::confirmed && files_seen(shown, one) == 0)
      all += ui::notice({ui::Tone::info, "Aucun dossier au SIRET " + place,
                         firm + " n’a aucun dossier à ce SIRET. S’il vous en a confié, écrivez-lui ci-dessous : le "
                                "SIRET est sans doute à vérifier dans sa base."});
  }
  if (all.empty())
    all = ui::notice({ui::Tone::good, "Vos établissements et vos dossiers concordent",
                      "S’il manque pourtant un dossier, écrivez au cabinet qui le suit."});
  return html::div(html::cls("findings"), all);
}

Markup diagnosis_card(const visit::Visit& visit, const Shown& shown) {
  std::vector<ui::Row> rows;
  for (const auto& one : shown.attachments)
    rows.push_back({.cells = {siret(one.siret), shown.names.of(one.cabinet), badge(one.state),
                              ui::Value::number(files_seen(shown, one))}});
  Markup body = html::p(html::cls("quiet"), "Vérifiez que chaque SIRET est le bon, chiffre par chiffre.");
  if (!rows.empty())
    body += ui::data_table({.caption = "Vos établissements",
                            .columns = {{.label = "SIRET"},
                                        {.label = "Cabinet"},
                                        {.label = "Rattachement"},
                                        {.label = "Dossiers visibles", .align = ui::Align::end}},
                            .rows = std::move(rows)});
  return ui::card({.title = "Diagnostic de vos SIRET", .icon = ui::Icon::search, .id = "diagnostic"},
                  body + findings(visit, shown));
}

std::vector<ui::Option> firms(const Shown& shown) {
  std::vector<ui::Option> options;
  for (const auto& one : shown.attachments) {
    const std::string id = std::to_string(one.cabinet.value);
    if (std::none_of(options.begin(), options.end(), [&](const ui::Option& known) { return known.value == id; }))
      options.push_back({id, shown.names.of(one.cabinet)});
  }
  return options;
}

Markup message_card(const visit::Visit& visit, const Shown& shown, const ui::FormState& state) {
  if (!identity::at_least(visit.actor().role, identity::Role::member)) return {};
  const auto choice = firms(shown);
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  const Markup fields =
      ui::select_field(field({.name = "cabinet",
                              .label = "Cabinet",
                              .value = choice.size() == 1 ? choice.front().value : std::string()}),
                       choice) +
      ui::text_field(field({.name = "about",
                            .label = "Dossier qui manque",
                            .hint = "Immatriculation, numéro de dossier ou numéro de sinistre.",
                            .need = ui::Field::Need::optional,
                            .width = ui::FieldWidth::half})) +
      ui::text_area(field({.name = "said", .label = "Votre message", .need = ui::Field::Need::optional}), 4);
  return ui::card({.title = "Écrire au cabinet", .icon = ui::Icon::message, .id = "ecrire"},
                  ui::form({.action = help_url,
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Envoyer au cabinet",
                            .icon = ui::Icon::send,
                            .errors = state.errors()},
                           fields));
}

Markup one_message(const Shown& shown, const Message& message) {
  const Markup status = message.answered_at
                            ? ui::status_badge({"Répondu", ui::Tone::good, ui::Icon::circle_check})
                            : ui::status_badge({"En attente de réponse", ui::Tone::warn, ui::Icon::hourglass});
  return html::li(
      html::cls("paper"),
      html::div(html::cls("paper-head"),
                html::div(html::strong(shown.names.of(message.cabinet)), ui::instant_text(message.at)), status),
      html::when(!message.about.empty(), [&] { return html::p("Dossier : ", message.about); }),
      html::when(!message.said.empty(), [&] { return html::div(ui::Value::lines(message.said).markup()); }),
      html::when(message.answered_at.has_value(), [&] {
        return html::blockquote(html::cls("told-back"), ui::Value::lines(message.answer).markup(),
                                html::p(html::cls("quiet"), ui::instant_text(*message.answered_at)));
      }));
}

Markup history_card(const Shown& shown) {
  if (shown.messages.empty() && !shown.after) return {};
  Markup body =
      html::ul(html::cls("papers"),
               html::each(shown.messages, [&](const Message& message) { return one_message(shown, message); }));
  if (shown.after || shown.next)
    body += ui::pager(
        {.previous = shown.after ? std::optional(help_url.fragment("messages")) : std::nullopt,
         .next = shown.next ? std::optional(help_url.query("apres", shown.next).fragment("messages")) : std::nullopt});
  return ui::card({.title = "Vos messages", .icon = ui::Icon::history, .id = "messages"}, body);
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const Shown shown = load(visit);
  std::vector<Markup> parts;
  for (auto& part :
       {diagnosis_card(visit, shown), message_card(visit, shown, state), history_card(shown), reasons_card()})
    if (!part.empty()) parts.push_back(part);
  return visit::page(visit, {.title = "Aide",
                             .body = ui::page_header({.title = "Aide",
                                                      .lead = "Un dossier manque ? Vérifiez vos établissements, puis "
                                                              "écrivez au cabinet."}) +
                                     ui::stack(parts),
                             .status = status,
                             .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_help(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_help(visit::Visit& visit) {
  const auto& form = visit.request.form;
  const auto asked = read(form.get("about"), form.get("said"));
  const auto cabinet = visit::typed_id<identity::OrganisationId>(form.get("cabinet"));
  const auto sent = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<MessageId> {
    if (!asked) return asked.refusals();
    return ask(act, visit.actor(), cabinet, *asked);
  });
  if (!sent) return draw(visit, visit::form_state(visit, sent.refusals()), visit::status_of(sent.refusal().code.kind));
  return visit::see_other(visit, help_url, {ui::Tone::good, "Votre message est envoyé au cabinet."});
}

}  // namespace motor::help
