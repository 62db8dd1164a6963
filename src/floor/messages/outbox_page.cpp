// The outbox as its readers see it (P5): all of it for administrators and the demo, its own part for an organisation.
#include "base/french.hpp"
#include "floor/documents/documents_by_id.hpp"
#include "floor/identity/names.hpp"
#include "floor/live/live.hpp"
#include "floor/messages/dead_letter_view.hpp"
#include "floor/messages/link_targets.hpp"
#include "floor/messages/message_view.hpp"
#include "floor/messages/pages.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace messages {

inline constexpr base::Rule outbox_page_rules[] = {
    MANDAT_RULE("P5.outbox_page",
                "The outbox shows each message as its reader gets it, links that open included, so that "
                "the whole loop can be tried with no gateway; an organisation reads its own alone."),
};

namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr int page_size = 20;
constexpr std::string_view standing_field = "etat";  // what the page was drawn from (P15)

struct Outbox {
  enum class Reader { administrator, demo_visitor, recipient } reader;
  Url url, live;
  std::string_view title, lead, empty_text;
};

constexpr Outbox administrators_outbox{Outbox::Reader::administrator,
                                       "/administration/messages",
                                       "/administration/messages/direct",
                                       "Messages envoyés",
                                       "Chaque e-mail, SMS et notification, tel que son destinataire le reçoit.",
                                       "Les messages s’affichent ici dès qu’un dossier avance."};
constexpr Outbox demo_outbox{
    Outbox::Reader::demo_visitor,
    "/demo/messages",
    "/demo/messages/direct",
    "Boîte d’envoi de la démonstration",
    "Rien ne part sur le réseau : les e-mails et les SMS se lisent ici, et leurs liens s’ouvrent.",
    "Déclarez un sinistre et mandatez une entreprise : sa demande s’affichera ici."};
constexpr Outbox own_outbox{Outbox::Reader::recipient,
                            "/messages",
                            "/messages/direct",
                            "Messages",
                            "Les e-mails, SMS et notifications adressés à votre organisation.",
                            "Ce qui vous sera écrit au sujet de vos dossiers s’affichera ici."};

// P2: an organisation reads what was written to it, administrators everything.
Listed asked_by(const visit::Visit& visit, const Outbox& outbox) {
  const web::Fields& query = visit.request.query;
  Listed listed{.before = visit::typed_id<MessageId>(query.get("avant")), .limit = page_size + 1};
  if (outbox.reader == Outbox::Reader::recipient) listed.organisation = visit.actor().organisation;
  listed.channel = channel_from_text(query.get("canal"));
  if (auto file = visit::file_from_text(query.get("dossier"))) listed.file = std::move(*file);
  if (query.get("suivi") == "echec") listed.fate = Listed::Fate::troubled;
  return listed;
}

Url listed_url(Url url, const Listed& listed) {
  if (listed.channel) url = url.query("canal", to_text(*listed.channel));
  if (listed.fate == Listed::Fate::troubled) url = url.query("suivi", "echec");
  if (listed.file.id != 0) url = url.query("dossier", visit::to_text(listed.file));
  if (listed.before) url = url.query("avant", listed.before);
  return url;
}

Url url_of(const Outbox& outbox, const Listed& listed) { return listed_url(outbox.url, listed); }

struct Read {
  std::vector<View> views;
  bool more = false;
  int troubled = 0;
  std::string standing = {};
};

// Whoever may act may follow the links that act (P7).
bool follows_links(const visit::Visit& visit, const Outbox& outbox) {
  return outbox.reader == Outbox::Reader::demo_visitor ||
         identity::at_least(visit.actor().role, identity::Role::member);
}

bool shows_link(const visit::Visit& visit, const Outbox& outbox, const View& view) {
  const bool may_follow = outbox.reader == Outbox::Reader::demo_visitor || !personal(view.message);
  return view.body == View::Body::shown && may_follow && follows_links(visit, outbox);
}

void withhold(db::Transaction& tx, const visit::Visit& visit, std::vector<View>& views) {
  std::vector<visit::Written> written;
  for (const View& view : views) written.push_back({view.message.file, view.message.created});
  const auto readable = visit::may_still_read(tx, visit, written);
  for (std::size_t i = 0; i < views.size(); ++i)
    if (!readable[i]) views[i].body = View::Body::withheld;
}

void add_links(db::Transaction& tx, const visit::Visit& visit, const Outbox& outbox, std::vector<View>& views) {
  std::vector<Message> linked;
  std::vector<View*> holders;
  for (View& view : views) {
    if (!shows_link(visit, outbox, view)) continue;
    linked.push_back(view.message);
    holders.push_back(&view);
  }
  auto targets = link_targets(tx, linked, visit.platform.settings);
  for (std::size_t i = 0; i < holders.size(); ++i) holders[i]->link_target = std::move(targets[i]);
}

Url attachment_url(const Outbox& outbox, MessageId message, documents::DocumentId document) {
  switch (outbox.reader) {
    case Outbox::Reader::administrator:
      return Url::path("/administration/messages/{}/pieces/{}", message, document);
    case Outbox::Reader::demo_visitor:
      return Url::path("/demo/messages/{}/pieces/{}", message, document);
    case Outbox::Reader::recipient:
      break;
  }
  return Url::path("/messages/{}/pieces/{}", message, document);
}

void add_attachments(db::Transaction& tx, const Outbox& outbox, std::vector<View>& views) {
  std::vector<documents::DocumentId> ids;
  for (const View& view : views)
    if (view.body == View::Body::shown)
      for (const std::int64_t id : view.message.attachments) ids.push_back({id});
  const auto found = documents::find_all(tx, ids);
  for (View& view : views)
    if (view.body == View::Body::shown)
      for (const std::int64_t id : view.message.attachments)
        if (const auto document = found.find({id}); document != found.end())
          view.attachments.push_back(
              {document->second.filename, attachment_url(outbox, view.message.id, document->second.id)});
}

int troubled(db::Transaction& tx, const Outbox& outbox) {
  return outbox.reader == Outbox::Reader::recipient ? 0 : count_troubled(tx);
}

Read read(const visit::Visit& visit, const Outbox& outbox, const Listed& listed) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    std::vector<Message> messages = list(tx, listed);
    Read found{.views = {}, .troubled = troubled(tx, outbox)};
    found.standing = standing(messages, found.troubled);
    for (Message& message : messages)
      found.views.push_back({.message = std::move(message), .to = {}, .link_target = {}});
    found.more = found.views.size() > page_size;
    if (found.more) found.views.pop_back();
    const bool recipient = outbox.reader == Outbox::Reader::recipient;
    if (recipient) withhold(tx, visit, found.views);
    add_links(tx, visit, outbox, found.views);
    add_attachments(tx, outbox, found.views);
    if (recipient) return found;
    std::vector<identity::OrganisationId> organisations;
    for (const View& view : found.views) organisations.push_back(view.message.to.organisation);
    const identity::Names names(tx, std::move(organisations));
    for (View& view : found.views) {
      view.to = names.of(view.message.to.organisation);
      view.fault = View::Fault::shown;
    }
    return found;
  });
}

Markup tab_row(const Outbox& outbox, const Listed& listed, int troubled) {
  std::vector<ui::Tab> row;
  const auto tab = [&](std::string label, std::optional<Channel> channel, Listed::Fate fate, std::string count) {
    const bool current = listed.channel == channel && listed.fate == fate;
    row.push_back({std::move(label), url_of(outbox, {.channel = channel, .file = listed.file, .fate = fate}),
                   std::move(count), current});
  };
  tab("Tous", {}, Listed::Fate::any, "");
  tab("E-mails", Channel::mail, Listed::Fate::any, "");
  tab("SMS", Channel::sms, Listed::Fate::any, "");
  tab("Notifications", Channel::notice, Listed::Fate::any, "");
  if (outbox.reader != Outbox::Reader::recipient)
    tab("Non aboutis", {}, Listed::Fate::troubled, base::french::integer(troubled));
  return ui::tabs("Messages par canal", row);
}

Url report_url(const Outbox& outbox, MessageId id) {
  return outbox.reader == Outbox::Reader::administrator ? Url::path("/administration/messages/{}/accuse", id)
                                                        : Url::path("/demo/messages/{}/accuse", id);
}

ui::Action report_action(const visit::Visit& visit, const Outbox& outbox, MessageId id, std::string label,
                         std::string delivered) {
  return {.label = std::move(label),
          .url = report_url(outbox, id),
          .post = ui::Post{.csrf_token = visit::csrf_token(visit), .fields = {{"remis", std::move(delivered)}}}};
}

ui::Action return_action(const visit::Visit& visit, const Outbox& outbox, MessageId id) {
  return {.label = "Ce courriel est revenu",
          .url = report_url(outbox, id),
          .look = ui::Look::quiet,
          .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                           .question = "Ce courriel est revenu ?",
                           .consequence = "Plus rien ne part à cette adresse avant qu’elle soit confirmée ; la "
                                          "personne le lit sur ses pages, et les messages suivants sont retenus.",
                           .fields = {{"remis", "non"}}}};
}

// The demo's visitors read everybody's messages, whoever they came in as: another's file does not exist for them (P2).
bool opens_file(const visit::Visit& visit, const Outbox& outbox, const Message& message) {
  return outbox.reader != Outbox::Reader::demo_visitor || message.to.organisation == visit.actor().organisation;
}

Markup foot_of(const visit::Visit& visit, const Outbox& outbox, const Listed& listed, const View& view) {
  const Message& message = view.message;
  Markup foot;
  const auto link = [&](const Url& url, ui::Icon icon, std::string_view text) {
    foot += web::html::a(web::html::href(url), ui::icon(icon), text);
  };
  if (const auto url = visit::file_url(visit, message.file); url && opens_file(visit, outbox, message))
    link(*url, ui::Icon::archive, "Ouvrir le dossier");
  if (message.file.id != 0 && listed.file.id == 0)
    link(url_of(outbox, {.file = message.file}), ui::Icon::filter, "Messages de ce dossier");
  const bool acts = outbox.reader != Outbox::Reader::recipient && follows_links(visit, outbox);
  if (acts && outbox.reader == Outbox::Reader::administrator)
    foot += ui::actions_row(dead_letter_actions(visit, message));
  if (acts && awaits_report(message))
    foot += ui::actions_row({report_action(visit, outbox, message.id, "Accusé : remis", "oui"),
                             report_action(visit, outbox, message.id, "Accusé : non remis", "non")});
  if (acts && may_come_back(message)) foot += ui::actions_row({return_action(visit, outbox, message.id)});
  return foot;
}

ui::PageHeader header_of(const Outbox& outbox, const Listed& listed) {
  ui::PageHeader header{.title = std::string(outbox.title), .lead = std::string(outbox.lead)};
  if (listed.fate == Listed::Fate::troubled)
    header.lead = "Ce qui n’est pas arrivé, ou n’est peut-être pas arrivé, et pourquoi.";
  if (listed.file.id == 0) return header;
  header.lead = "Seulement les messages d’un dossier.";
  header.others = {{.label = "Tous les dossiers", .url = outbox.url, .icon = ui::Icon::x}};
  return header;
}

Markup empty_outbox(const Outbox& outbox, const Listed& listed) {
  const std::string text = listed.fate == Listed::Fate::troubled
                               ? "Tout ce qui est parti est arrivé, ou attend encore son accusé."
                               : std::string(outbox.empty_text);
  return ui::empty_state({.icon = ui::Icon::mail, .title = "Aucun message ici", .text = text});
}

web::Response show(visit::Visit& visit, const Outbox& outbox) {
  const Listed listed = asked_by(visit, outbox);
  const Read found = read(visit, outbox, listed);
  Markup body = ui::page_header(header_of(outbox, listed)) + tab_row(outbox, listed, found.troubled);
  if (found.views.empty()) body += empty_outbox(outbox, listed);
  std::vector<Markup> drawn;
  for (const View& view : found.views)
    drawn.push_back(draw(visit.platform.settings, view, foot_of(visit, outbox, listed, view)));
  body += ui::stack(drawn);
  ui::Pager pager{};
  if (listed.before) {
    Listed newest = listed;
    newest.before = {};
    pager.previous = url_of(outbox, newest);
  }
  if (found.more) {
    Listed older = listed;
    older.before = found.views.back().message.id;
    pager.next = url_of(outbox, older);
  }
  body += ui::pager(pager);
  return visit::page(visit, {.title = std::string(outbox.title),
                             .body = std::move(body),
                             .width = ui::Frame::Width::reading,
                             .live = listed_url(outbox.live, listed).query(standing_field, found.standing)});
}

web::Response changes(visit::Visit& visit, const Outbox& outbox) {
  const Listed listed = asked_by(visit, outbox);
  return live::answer_if(visit, [&](db::Transaction& tx) {
    return standing(list(tx, listed), troubled(tx, outbox)) != visit.request.query.get(standing_field);
  });
}

}  // namespace

web::Response show_outbox(visit::Visit& visit) { return show(visit, administrators_outbox); }
web::Response show_demo_outbox(visit::Visit& visit) { return show(visit, demo_outbox); }
web::Response show_own_messages(visit::Visit& visit) { return show(visit, own_outbox); }
web::Response outbox_changes(visit::Visit& visit) { return changes(visit, administrators_outbox); }
web::Response demo_outbox_changes(visit::Visit& visit) { return changes(visit, demo_outbox); }
web::Response own_messages_changes(visit::Visit& visit) { return changes(visit, own_outbox); }

}  // namespace messages
