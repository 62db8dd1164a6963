#include "desks/motor/file/file_marks_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

// A word of a file in one organisation's list.
struct Entry {
  std::int64_t organisation;
  Word word;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};
using Entries = std::vector<Entry>;

// A firm may be its own repairer: its rows stand once.
Entries entries_of(const File& file) {
  Entries all;
  for (const auto& word : search_words(file)) {
    all.push_back({file.cabinet.value, word});
    if (file.repairer && file.repairer != file.cabinet) all.push_back({file.repairer.value, word});
  }
  std::sort(all.begin(), all.end());
  return all;
}

Entries without(const Entries& some, const Entries& others) {
  Entries left;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(left));
  return left;
}

constexpr std::size_t at_once = 8;
constexpr std::array<std::array<std::string_view, 3>, at_once> names{{{"o0", "w0", "f0"},
                                                                      {"o1", "w1", "f1"},
                                                                      {"o2", "w2", "f2"},
                                                                      {"o3", "w3", "f3"},
                                                                      {"o4", "w4", "f4"},
                                                                      {"o5", "w5", "f5"},
                                                                      {"o6", "w6", "f6"},
                                                                      {"o7", "w7", "f7"}}};

// Eight in a statement: the last one fills the last of them.
void insert(db::Transaction& tx, FileId file, const Entries& entries) {
  static const std::string sql = [] {
    std::string rows;
    for (const auto& [organisation, word, field] : names)
      rows += fmt::format("{}(:{}, :{}, :{}, :file)", rows.empty() ? "" : ", ", organisation, word, field);
    return "INSERT INTO motor_words (organisation_id, word, field, file_id) VALUES " + rows +
           " ON CONFLICT (organisation_id, word, field, file_id) DO NOTHING";
  }();
  for (std::size_t from = 0; from < entries.size(); from += at_once) {
    std::vector<db::Param> params{{"file", file}};
    for (std::size_t i = 0; i < at_once; ++i) {
      const Entry& entry = entries[std::min(from + i, entries.size() - 1)];
      params.emplace_back(names[i][0], entry.organisation);
      params.emplace_back(names[i][1], entry.word.text);
      params.emplace_back(names[i][2], entry.word.field);
    }
    tx.execute(sql, params);
  }
}

}  // namespace

void write_words(db::Transaction& tx, const File* before, const File& file) {
  const Entries old = before == nullptr ? Entries() : entries_of(*before);
  const Entries now = entries_of(file);
  for (const Entry& entry : without(old, now))
    tx.execute(
        "DELETE FROM motor_words WHERE organisation_id = :organisation AND word = :word AND field = :field AND "
        "file_id = :file",
        {{"organisation", entry.organisation},
         {"word", entry.word.text},
         {"field", entry.word.field},
         {"file", file.id}});
  insert(tx, file.id, without(now, old));
}

void write_news(db::Transaction& tx, const File& file) {
  if (file.posted == 0) return;
  tx.execute(
      "INSERT INTO motor_news (organisation_id, account_id, file_id, last_posted_at) "
      "SELECT b.organisation_id, b.account_id, :file, :at FROM motor_news_books b "
      "LEFT JOIN motor_reads r ON r.account_id = b.account_id AND r.file_id = :file "
      "WHERE b.organisation_id IN (:cabinet, :repairer) AND :posted > coalesce(r.seen, 0) "
      "ON CONFLICT (organisation_id, account_id, file_id) DO UPDATE SET last_posted_at = excluded.last_posted_at",
      {{"file", file.id},
       {"at", file.last_posted.value_or(base::Instant{0})},
       {"cabinet", file.cabinet},
       {"repairer", file.repairer},
       {"posted", file.posted}});
}

void drop_news(db::Transaction& tx, FileId file, identity::OrganisationId of) {
  tx.execute("DELETE FROM motor_news WHERE file_id = :file AND organisation_id = :of", {{"file", file}, {"of", of}});
}

void drop_marks(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                identity::OrganisationId repairer) {
  for (const std::string_view table : {"motor_words", "motor_news"})
    tx.execute("DELETE FROM " + std::string(table) +
                   " WHERE organisation_id = :repairer AND file_id IN (SELECT id FROM motor_files WHERE cabinet_id = "
                   ":cabinet AND siret = :siret AND repairer_id = :repairer)",
               {{"cabinet", cabinet}, {"siret", siret}, {"repairer", repairer}});
}

void write_marks(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                 identity::OrganisationId repairer) {
  tx.execute(
      "INSERT INTO motor_words (organisation_id, word, field, file_id) SELECT :repairer, w.word, w.field, w.file_id "
      "FROM motor_words w JOIN motor_files f ON f.id = w.file_id WHERE w.organisation_id = :cabinet "
      "AND f.cabinet_id = :cabinet AND f.siret = :siret AND f.repairer_id = :repairer "
      "ON CONFLICT (organisation_id, word, field, file_id) DO NOTHING",
      {{"cabinet", cabinet}, {"siret", siret}, {"repairer", repairer}});
  tx.execute(
      "INSERT INTO motor_news (organisation_id, account_id, file_id, last_posted_at) "
      "SELECT b.organisation_id, b.account_id, f.id, f.last_posted_at FROM motor_news_books b JOIN motor_files f "
      "ON f.cabinet_id = :cabinet AND f.siret = :siret AND f.repairer_id = :repairer "
      "LEFT JOIN motor_reads r ON r.account_id = b.account_id AND r.file_id = f.id "
      "WHERE b.organisation_id = :repairer AND f.posted > coalesce(r.seen, 0) "
      "ON CONFLICT (organisation_id, account_id, file_id) DO NOTHING",
      {{"cabinet", cabinet}, {"siret", siret}, {"repairer", repairer}});
}

}  // namespace motor::file
