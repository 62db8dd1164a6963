#include "base/words.hpp"
#include "db/id_batches.hpp"
#include "desks/works/admission/application.hpp"

namespace works::admission {

// Those who wait for us, found by their index: of all firms, few do.
#define TO_JUDGE "state IN ('submitted', 'validated') AND waiting_since >= 0"

const std::string_view to_judge_sql = "SELECT count(*) FROM works_applications WHERE " TO_JUDGE;
namespace {

#define APPLICATION_COLUMNS \
  "organisation_id, role, state, orias, submitted_at, waiting_since, decided_at, decided_by, left_at"
#define PAPER_COLUMNS \
  "id, organisation_id, kind, state, document_id, received_at, decided_at, decided_by, reason, valid_until, name"

constexpr base::Word<State> states[] = {{State::submitted, "submitted", "À valider"},
                                        {State::validated, "validated", "Validée"},
                                        {State::left, "left", "A quitté le réseau"}};

Application read(const db::Row& row) {
  return {.organisation = row.get<identity::OrganisationId>(0),
          .role = role_from_text(row.text(1)).value(),
          .state = base::value_of(states, row.text(2)).value(),
          .orias = row.get<std::string>(3),
          .submitted = row.get<base::Instant>(4),
          .waiting_since = row.get<std::optional<base::Instant>>(5),
          .decided = row.get<std::optional<base::Instant>>(6),
          .decided_by = row.get<identity::AccountId>(7),
          .left = row.get<std::optional<base::Instant>>(8)};
}

Paper read_paper(const db::Row& row) {
  return {.id = row.get<PaperId>(0),
          .organisation = row.get<identity::OrganisationId>(1),
          .kind = paper_kind_from_text(row.text(2)).value(),
          .state = paper_state_from_text(row.text(3)).value(),
          .document = row.get<documents::DocumentId>(4),
          .received = row.get<base::Instant>(5),
          .decided = row.get<std::optional<base::Instant>>(6),
          .decided_by = row.get<identity::AccountId>(7),
          .reason = row.get<std::string>(8),
          .valid_until = base::Day::from_iso(row.text(9)),
          .name = row.get<std::string>(10)};
}

}  // namespace

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::string_view label(State state) { return base::word_of(states, state).label; }

void insert(db::Transaction& tx, const Application& application, const std::vector<std::string>& trades) {
  tx.execute("INSERT INTO works_applications (" APPLICATION_COLUMNS
             ") VALUES (:id, :role, :state, :orias, :submitted, :waiting, :decided, :by, :left)",
             {{"id", application.organisation},
              {"role", to_text(application.role)},
              {"state", to_text(application.state)},
              {"orias", application.orias},
              {"submitted", application.submitted},
              {"waiting", application.waiting_since},
              {"decided", application.decided},
              {"by", application.decided_by},
              {"left", application.left}});
  for (const auto& trade : trades) add_trade(tx, application.organisation, trade, {});
}

void save(db::Transaction& tx, const Application& application) {
  tx.execute(
      "UPDATE works_applications SET state = :state, waiting_since = :waiting, decided_at = :decided, decided_by = "
      ":by, "
      "left_at = :left WHERE organisation_id = :id",
      {{"id", application.organisation},
       {"state", to_text(application.state)},
       {"waiting", application.waiting_since},
       {"decided", application.decided},
       {"by", application.decided_by},
       {"left", application.left}});
}

std::optional<Application> find(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.row("SELECT " APPLICATION_COLUMNS " FROM works_applications WHERE organisation_id = :id",
                {{"id", organisation}}, read);
}

std::vector<identity::OrganisationId> same_orias(db::Transaction& tx, const Application& application) {
  if (application.orias.empty()) return {};
  return tx.rows(
      "SELECT organisation_id FROM works_applications WHERE orias = :orias AND organisation_id <> :id AND state <> "
      ":left ORDER BY organisation_id LIMIT 10",
      {{"orias", application.orias}, {"id", application.organisation}, {"left", to_text(State::left)}},
      [](const db::Row& row) { return row.get<identity::OrganisationId>(0); });
}

std::vector<std::string> declared_trades(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows("SELECT trade FROM works_declared_trades WHERE organisation_id = :id ORDER BY trade",
                 {{"id", organisation}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

std::vector<std::string> trades_to_tick(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows(
      "SELECT trade FROM works_declared_trades WHERE organisation_id = :id AND asked_at IS NOT NULL ORDER BY trade",
      {{"id", organisation}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

void add_trade(db::Transaction& tx, identity::OrganisationId organisation, std::string_view trade,
               std::optional<base::Instant> asked) {
  tx.execute(
      "INSERT INTO works_declared_trades (organisation_id, trade, asked_at) VALUES (:id, :trade, :asked) "
      "ON CONFLICT (organisation_id, trade) DO NOTHING",
      {{"id", organisation}, {"trade", trade}, {"asked", asked}});
}

void remove_trade(db::Transaction& tx, identity::OrganisationId organisation, std::string_view trade) {
  tx.execute("DELETE FROM works_declared_trades WHERE organisation_id = :id AND trade = :trade",
             {{"id", organisation}, {"trade", trade}});
}

void settle_trades(db::Transaction& tx, identity::OrganisationId organisation) {
  tx.execute("UPDATE works_declared_trades SET asked_at = NULL WHERE organisation_id = :id AND asked_at IS NOT NULL",
             {{"id", organisation}});
}

std::vector<Paper> papers_of(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows("SELECT " PAPER_COLUMNS " FROM works_papers WHERE organisation_id = :id ORDER BY id",
                 {{"id", organisation}}, read_paper);
}

std::unordered_map<identity::OrganisationId, std::vector<std::string>> declared_trades(db::Transaction& tx,
                                                                                       const Firms& firms) {
  std::unordered_map<identity::OrganisationId, std::vector<std::string>> trades;
  db::each_of(tx,
              "SELECT organisation_id, trade FROM works_declared_trades WHERE organisation_id IN ({ids}) "
              "ORDER BY organisation_id, trade",
              firms, {},
              [&](const db::Row& row) { trades[row.get<identity::OrganisationId>(0)].emplace_back(row.text(1)); });
  return trades;
}

std::unordered_map<identity::OrganisationId, std::vector<Paper>> papers_of(db::Transaction& tx, const Firms& firms) {
  std::unordered_map<identity::OrganisationId, std::vector<Paper>> papers;
  db::each_of(tx, "SELECT " PAPER_COLUMNS " FROM works_papers WHERE organisation_id IN ({ids}) ORDER BY id", firms, {},
              [&](const db::Row& row) {
                auto paper = read_paper(row);
                papers[paper.organisation].push_back(std::move(paper));
              });
  return papers;
}

std::optional<Paper> find_paper(db::Transaction& tx, PaperId id) {
  return tx.row("SELECT " PAPER_COLUMNS " FROM works_papers WHERE id = :id", {{"id", id}}, read_paper);
}

#define PUT_PAPER(conflict)                                                                                         \
  "INSERT INTO works_papers (" PAPER_COLUMNS                                                                        \
  ") VALUES (:id, :organisation, :kind, :state, :document, :received, :decided, :by, :reason, :until, :name) "      \
  "ON CONFLICT " conflict                                                                                           \
  " DO UPDATE SET state = excluded.state, document_id = excluded.document_id, received_at = excluded.received_at, " \
  "decided_at = excluded.decided_at, decided_by = excluded.decided_by, reason = excluded.reason, "                  \
  "valid_until = excluded.valid_until, name = excluded.name"

void put(db::Transaction& tx, const Paper& paper) {
  constexpr std::string_view one_of_a_kind = PUT_PAPER("(organisation_id, kind) WHERE kind <> 'qualification'");
  constexpr std::string_view one_of_many = PUT_PAPER("(id)");
  tx.execute(paper.kind == PaperKind::qualification ? one_of_many : one_of_a_kind,
             {{"id", paper.id},
              {"organisation", paper.organisation},
              {"kind", to_text(paper.kind)},
              {"state", to_text(paper.state)},
              {"document", paper.document},
              {"received", paper.received},
              {"decided", paper.decided},
              {"by", paper.decided_by},
              {"reason", paper.reason},
              {"until", paper.valid_until ? paper.valid_until->iso() : std::string()},
              {"name", paper.name}});
}

std::unordered_map<identity::OrganisationId, std::vector<std::string>> qualifications_of(db::Transaction& tx,
                                                                                         const Firms& firms,
                                                                                         base::Day day) {
  std::unordered_map<identity::OrganisationId, std::vector<std::string>> names;
  db::each_of(tx,
              "SELECT organisation_id, name FROM works_papers WHERE kind = 'qualification' AND state = 'accepted' AND "
              "(valid_until = '' OR valid_until >= :day) AND organisation_id IN ({ids}) ORDER BY organisation_id, id",
              firms, {{"day", day}}, [&](const db::Row& row) {
                const auto name = row.text(1);  // of before they had names: empty
                names[row.get<identity::OrganisationId>(0)].emplace_back(name.empty() ? "Qualification" : name);
              });
  return names;
}

Firms with_ended_papers(db::Transaction& tx, base::Day today) {
  return tx.rows(
      "SELECT DISTINCT organisation_id FROM works_papers WHERE valid_until <> '' AND valid_until < :today ORDER BY "
      "organisation_id",
      {{"today", today}}, [](const db::Row& row) { return row.get<identity::OrganisationId>(0); });
}

Needs checklist(db::Transaction& tx) {
  Needs needs;
  for (const Role role : {Role::tradesman, Role::broker})
    for (const PaperKind kind : paper_kinds) needs[{role, kind}] = standard_need(role, kind);
  tx.each("SELECT role, kind, need FROM works_checklist", {}, [&](const db::Row& row) {
    needs[{role_from_text(row.text(0)).value(), paper_kind_from_text(row.text(1)).value()}] =
        need_from_text(row.text(2)).value();
  });
  return needs;
}

void set_need(db::Transaction& tx, Role role, PaperKind kind, Need need) {
  tx.execute(
      "INSERT INTO works_checklist (role, kind, need) VALUES (:role, :kind, :need) "
      "ON CONFLICT (role, kind) DO UPDATE SET need = excluded.need",
      {{"role", to_text(role)}, {"kind", to_text(kind)}, {"need", to_text(need)}});
}

std::vector<Application> queue(db::Transaction& tx, Queue which, int limit) {
  switch (which) {
    case Queue::to_judge:  // a validated firm's new certificate waits there too
      return tx.rows("SELECT " APPLICATION_COLUMNS " FROM works_applications WHERE " TO_JUDGE
                     " ORDER BY waiting_since, organisation_id LIMIT :limit",
                     {{"limit", limit}}, read);
    case Queue::awaiting_papers:
      return tx.rows("SELECT " APPLICATION_COLUMNS
                     " FROM works_applications WHERE state = 'submitted' AND waiting_since IS NULL "
                     "ORDER BY submitted_at, organisation_id LIMIT :limit",
                     {{"limit", limit}}, read);
    case Queue::validated:
      break;
  }
  return tx.rows(
      "SELECT " APPLICATION_COLUMNS
      " FROM works_applications WHERE state = 'validated' ORDER BY decided_at DESC, organisation_id LIMIT :limit",
      {{"limit", limit}}, read);
}

int count_to_judge(db::Transaction& tx) { return tx.value<int>(to_judge_sql).value(); }

}  // namespace works::admission
