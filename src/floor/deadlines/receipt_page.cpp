// GET /administration/echeances/{}: the receipt of one delay (P4.receipt), and the form that puts it off; the same for
// who takes part in the file, by a route of its desk.
#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/deadlines/extension.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/deadlines/receipt.hpp"
#include "floor/identity/names.hpp"
#include "floor/messages/message_view.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/timeline.hpp"

namespace deadlines {

inline constexpr base::Rule receipt_rules[] = {
    MANDAT_RULE("P4.receipt",
                "Each delay has a receipt: what started it, under which rule, until when, who must act, who "
                "moved it and why, who was told."),
    MANDAT_RULE("P4.receipt_readers",
                "Who takes part in a file reads and prints the receipt of each of its delays that concerns him, ended "
                "ones too; of the messages a firm reads those to itself"),
};

namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

Url receipt_url(DeadlineId id) { return Url::path("/administration/echeances/{}", id); }

struct Receipt {
  Deadline deadline;
  std::vector<messages::Message> told;  // what was written about the file since the delay began
  std::vector<audit::Fact> moves;
  identity::Names names;
};

Receipt receipt_of(db::Transaction& tx, const Deadline& deadline, identity::OrganisationId told_to) {
  auto told = messages::of_file(tx, deadline.file);
  std::erase_if(told, [&](const messages::Message& message) {
    return message.created < deadline.start || (told_to && message.to.organisation != told_to);
  });
  auto moves = audit::facts_of(tx, deadline.file);
  std::erase_if(moves, [&](const audit::Fact& fact) {
    return fact.code != "deadline.extended" || fact.detail("deadline") != std::to_string(deadline.id.value);
  });
  std::vector<identity::OrganisationId> organisations{deadline.owner, deadline.ended_for};
  for (const auto& message : told) organisations.push_back(message.to.organisation);
  std::vector<identity::AccountId> accounts{deadline.ended_by};
  for (const auto& move : moves) accounts.push_back(move.account);
  return {deadline, std::move(told), std::move(moves),
          identity::Names(tx, std::move(organisations), std::move(accounts))};
}

Markup facts_card(const visit::Visit& visit, const Receipt& receipt) {
  const Deadline& deadline = receipt.deadline;
  const ui::Due due = due_of(deadline.due, visit.now);
  std::vector<ui::Fact> facts{
      {"Règle", ui::Value::two_lines(visit.site.delay_label(deadline.rule), deadline.rule)},
      {"Commence avec", ui::Value::two_lines(visit.site.word(deadline.start_event), deadline.start_event)},
      {"Commence le", deadline.start},
      {"Dernier moment", ui::Value::two_lines(ui::due_exact(due), ui::due_warning(due))},
      {"À qui d’agir", owner_text(deadline, receipt.names.of(deadline.owner))},
      {"État", ui::Value::two_lines(label(deadline.state), ended_text(deadline))},
      {"Dossier", visit::file_link(visit, deadline.file)},
  };
  // Who acted on one side is not the other side's business (W14).
  const std::string by = ended_by_text(deadline, receipt.names);
  if (!by.empty() && visit.actor().is(identity::OrganisationKind::administrator)) facts.push_back({"Par", by});
  if (!deadline.reason.empty()) facts.push_back({"Motif du dernier report", deadline.reason});
  facts.push_back({"Reçu établi le", visit.now});
  return ui::card({.title = "Reçu", .icon = ui::Icon::file}, ui::facts(facts));
}

// The instants stand in the journal in UTC; people read them in Paris.
std::string move_text(const audit::Fact& move) {
  const auto to = base::instant_from_iso_utc(move.detail("to"));
  const auto from = base::instant_from_iso_utc(move.detail("from"));
  if (!to || !from) return "Échéance reportée";
  return "Reportée du " + base::french::instant_medium(shown(*from)) + " au " +
         base::french::instant_medium(shown(*to));
}

Markup moves_card(const Receipt& receipt) {
  if (receipt.moves.empty()) return {};
  std::vector<ui::Event> events;
  for (const audit::Fact& move : receipt.moves)
    events.push_back({.at = move.at,
                      .what = move_text(move),
                      .who = receipt.names.of(move.account),
                      .icon = ui::Icon::calendar,
                      .tone = ui::Tone::info});
  return ui::card({.title = "Reports", .icon = ui::Icon::history}, ui::timeline(events));
}

// The addresses of an organisation are its own business, and the administrators'.
std::string address_for(const visit::Visit& visit, const messages::Message& message, const std::string& name) {
  const bool own = message.to.organisation == visit.actor().organisation;
  const bool all = visit.actor().is(identity::OrganisationKind::administrator);
  return all || own || name.empty() ? messages::address_text(message) : std::string();
}

Markup told_card(const visit::Visit& visit, const Receipt& receipt) {
  ui::Table table{.caption = "Messages du dossier depuis le début du délai",
                  .columns = {{.label = "Envoyé le"}, {.label = "Canal"}, {.label = "À"}, {.label = "État"}},
                  .rows = {}};
  for (const auto& message : receipt.told) {
    const std::string& name = receipt.names.of(message.to.organisation);
    table.rows.push_back(
        {.cells = {message.created, std::string(messages::label(message.channel)),
                   ui::Value::two_lines(name, address_for(visit, message, name)), messages::badge(message.state)}});
  }
  return ui::card({.title = "Qui a été prévenu", .icon = ui::Icon::mail},
                  receipt.told.empty()
                      ? web::html::p(web::html::cls("quiet"), "Aucun message depuis le début du délai.")
                      : ui::data_table(table));
}

Markup extension_card(const visit::Visit& visit, const Deadline& deadline, const ui::FormState& state) {
  const bool may_extend = identity::at_least(visit.actor().role, identity::Role::member);
  if (deadline.state != State::pending || !may_extend) return {};
  const Markup fields = web::html::fragment(
      ui::field_row({ui::date_field(
                         ui::Field{.name = "jour", .label = "Nouveau jour", .width = ui::FieldWidth::half}.with(state)),
                     ui::time_field(ui::Field{.name = "heure",
                                              .label = "Heure",
                                              .hint = "Sans heure : jusqu’à la fin de ce jour.",
                                              .need = ui::Field::Need::optional,
                                              .width = ui::FieldWidth::half}
                                        .with(state))}),
      ui::text_area(ui::Field{.name = "motif", .label = "Motif", .hint = "Les deux parties le liront."}.with(state),
                    3));
  return ui::card({.title = "Reporter cette échéance", .icon = ui::Icon::calendar},
                  ui::form({.action = Url::path("/administration/echeances/{}/prolongation", deadline.id),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Reporter l’échéance",
                            .look = ui::Look::secondary,
                            .errors = state.errors()},
                           fields));
}

ui::PageHeader header_of(const visit::Visit& visit, const Receipt& receipt) {
  const Deadline& deadline = receipt.deadline;
  ui::PageHeader header{.title = std::string(visit.site.delay_label(deadline.rule)),
                        .reference = "Échéance " + deadline.rule,
                        .status = badge(deadline, visit.now)};
  if (deadline.state == State::pending)
    header.awaiting = ui::Awaiting{.who = owner_text(deadline, receipt.names.of(deadline.owner)),
                                   .due = due_of(deadline.due, visit.now)};
  return header;
}

web::Response draw(visit::Visit& visit, DeadlineId id, const ui::FormState& state, int status) {
  const auto receipt = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Receipt> {
    const auto deadline = find(tx, id);
    return deadline ? std::optional(receipt_of(tx, *deadline, {})) : std::nullopt;
  });
  if (!receipt) return visit::not_found(visit);
  auto header = header_of(visit, *receipt);
  header.crumbs = {{"Échéances", "/administration/echeances"}};
  const Markup extension = extension_card(visit, receipt->deadline, state);
  const Markup wide = facts_card(visit, *receipt) + told_card(visit, *receipt);
  const Markup narrow = moves_card(*receipt) + extension;
  const std::string title = header.title;
  return visit::page(
      visit, {.title = title,
              .body = ui::page_header(header) + (narrow.empty() ? ui::stack({wide}) : ui::two_columns(wide, narrow)),
              .status = status});
}

// The delay moves and the desk that set it follows, in one transaction.
base::Outcome<Deadline> extend(visit::Visit& visit, DeadlineId id) {
  const web::Fields& form = visit.request.form;
  const auto extension = parse({.day = form.get("jour"), .time = form.get("heure"), .reason = form.get("motif")});
  if (!extension) return extension.refusals();
  return visit.platform.act(visit.author(), [&](platform::Act& act) {
    auto moved = extend(act, id, *extension);
    if (!moved) return moved;
    const visit::FileKind* kind = visit.site.file_kind(moved->file.kind);
    if (kind != nullptr && kind->delay_moved != nullptr) kind->delay_moved(act, *moved);
    return moved;
  });
}

}  // namespace

web::Response receipt_page(visit::Visit& visit, const Deadline& deadline, const ReceiptReader& reader) {
  const auto receipt =
      visit.platform.database.read([&](db::Transaction& tx) { return receipt_of(tx, deadline, reader.told_to); });
  auto header = header_of(visit, receipt);
  header.crumbs = {{reader.back_label, reader.back}};
  if (!reader.concerned.empty()) header.title += " · " + reader.concerned;
  header.lead = "Imprimez cette page pour en garder la preuve.";
  const std::string title = header.title;
  return visit::page(visit,
                     {.title = title,
                      .body = ui::page_header(header) +
                              ui::stack({facts_card(visit, receipt), moves_card(receipt), told_card(visit, receipt)}),
                      .width = ui::Frame::Width::reading});
}

web::Response show_receipt(visit::Visit& visit) { return draw(visit, DeadlineId{visit.id()}, {}, 200); }

web::Response post_extension(visit::Visit& visit) {
  const DeadlineId id{visit.id()};
  const auto moved = extend(visit, id);
  if (moved) return visit::see_other(visit, receipt_url(id), {ui::Tone::good, "L’échéance est reportée."});
  if (moved.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, moved.refusals());
  return draw(visit, id, visit::form_state(visit, moved.refusals()), 422);
}

}  // namespace deadlines
