// A blind test (C5): the frozen list of buyers, one copy per insurer, the answers and their history.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/money.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/credit/blind_test/answer.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "floor/identity/actor.hpp"

namespace credit::blind_test {

using TestId = base::Id<struct TestTag>;
using SubmissionId = base::Id<struct SubmissionTag>;
inline constexpr std::string_view submission_subject = "credit.submission";

enum class Naming { anonymous, named };

struct BlindTest {
  TestId id;
  PlacementId placement;
  identity::OrganisationId broker;
  int number;
  std::string code;  // TB-2026-000123-1
  Naming naming;
  base::Instant sent_at, due_at;
  std::optional<base::Instant> closed_at;
  std::int64_t buyers;
  base::Money asked;
  std::string note;
  // Of the list that the matrix compared when this one left: buyers nobody could be asked about too.
  std::int64_t listed = 0;
  base::Money exposure = {};
  std::int64_t version = 0;  // grows with whatever the matrix of its placement shows
};

struct TestLine {
  int line;
  std::int64_t buyer;
  std::string name, country, identifier;
  base::Money asked;
  int terms_days;

  friend bool operator==(const TestLine&, const TestLine&) = default;
};

struct Submission {
  SubmissionId id;
  TestId test;
  PlacementId placement;
  identity::OrganisationId broker;
  std::string insurer, insurer_name;
  identity::OrganisationId space;  // of the insurer; none: answers come by mail or by telephone
  std::string email;
  base::Instant sent_at;
  base::Instant due_at;  // the first late instant; an administrator may have put it off for this insurer alone
  std::optional<base::Instant> seen_at, last_answer_at, completed_at, declined_at;
  std::string decline_reason;
  std::int64_t answered = 0;
  std::int64_t link = 0;  // the underwriter's own (P7); 0: none, or withdrawn
  // Of its test
  std::int64_t buyers = 0;
  std::optional<base::Instant> closed_at = {};

  bool over() const { return completed_at || declined_at; }
  // Since when nothing came (C6).
  base::Instant silent_since() const { return last_answer_at.value_or(sent_at); }
};

struct KeptAnswer : Answer {
  int line = 0;
  int revision = 0;
  base::Instant at;
  identity::AccountId by;
};

// Store. A submission outside the actor's scope does not exist (P2): the broker's own, an insurer's own.
void insert(db::Transaction& tx, const BlindTest& test, const std::vector<TestLine>& lines);
void close(db::Transaction& tx, TestId test, base::Instant now);
std::optional<BlindTest> find(db::Transaction& tx, TestId id);
std::optional<BlindTest> latest_of(db::Transaction& tx, PlacementId placement);
std::optional<BlindTest> find(db::Transaction& tx, PlacementId placement, int number);
std::vector<BlindTest> tests_of(db::Transaction& tx, PlacementId placement);  // newest first
// What the matrix shows of the placement has changed.
void note_change(db::Transaction& tx, PlacementId placement);
std::vector<TestLine> lines_of(db::Transaction& tx, TestId test);
struct Window {
  int first, last;  // lines, both included
};
inline constexpr Window every_line{1, INT32_MAX};
std::vector<TestLine> lines_of(db::Transaction& tx, TestId test, Window window);

void insert(db::Transaction& tx, const Submission& submission);
void save(db::Transaction& tx, const Submission& submission);
std::optional<Submission> find(db::Transaction& tx, SubmissionId id);
std::optional<Submission> find(db::Transaction& tx, SubmissionId id, const identity::Actor& actor);
std::vector<Submission> submissions_of(db::Transaction& tx, TestId test);  // by name of the insurer
// Of each insurer that was asked on this placement the last copy it received, by name.
std::vector<Submission> last_submissions(db::Transaction& tx, PlacementId placement);
// Each copy that ever left, of every test of the placement.
struct Copy {
  SubmissionId submission;
  std::string insurer_name;
  int test_number;
};
std::vector<Copy> copies_of(db::Transaction& tx, PlacementId placement);
// The insurers whose anonymous answer on this placement is closed.
std::vector<std::string> asked_anonymously(db::Transaction& tx, PlacementId placement);
struct Received {
  Submission submission;
  std::string code;
};
std::vector<Received> received_by(db::Transaction& tx, identity::OrganisationId insurer);  // newest first
// Where the broker last wrote to each insurer he wrote to.
std::map<std::string, std::string> last_emails(db::Transaction& tx, identity::OrganisationId broker);

std::vector<KeptAnswer> answers_of(db::Transaction& tx, SubmissionId submission);
std::vector<KeptAnswer> answers_of(db::Transaction& tx, SubmissionId submission, Window window);
// Answers of all insurers of a test, by submission then line.
std::vector<std::pair<SubmissionId, KeptAnswer>> answers_of(db::Transaction& tx, TestId test, Window window);
std::vector<KeptAnswer> history_of(db::Transaction& tx, SubmissionId submission, int line);  // oldest first
// Of every line of the window that was amended: by line, then oldest first.
std::vector<KeptAnswer> amended(db::Transaction& tx, SubmissionId submission, Window window);
// Of one buyer, every insurer's answers ever given on this placement, oldest first.
struct Said {
  std::string insurer;
  TestId test;
  KeptAnswer answer;
};
std::vector<Said> history_of(db::Transaction& tx, PlacementId placement, std::string_view country,
                             std::string_view identifier);
// Present and history; a line once. For keep_counted, which notes the change.
void keep(db::Transaction& tx, SubmissionId submission, const std::vector<KeptAnswer>& answers);
std::int64_t count_answered(db::Transaction& tx, SubmissionId submission);  // pending ones apart

}  // namespace credit::blind_test
