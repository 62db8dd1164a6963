#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "floor/documents/documents.hpp"
#include "floor/identity/organisations.hpp"
#include "support/files.hpp"
#include "support/platform.hpp"
#include "support/served.hpp"

namespace documents {
namespace {

namespace fs = std::filesystem;

const platform::FileRef claim{"works.claim", 42};

class DocumentRows : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    owner_ = act([](platform::Act& now) {
               return identity::create_organisation(
                   now, {.name = "Toitures Lenoir", .kinds = {identity::OrganisationKind::tradesman}});
             }).value();
  }
  Prepared prepared(const std::string& text, const std::string& filename = "devis.pdf") {
    const auto outcome = store_.prepare(
        owner_, support::uploaded("piece", filename, support::sample_pdf(text), uploads_.path()), Accept::pdf);
    EXPECT_TRUE(outcome.ok());
    return *outcome;
  }
  DocumentId attached(const Prepared& file, const NewDocument& document) {
    return act([&](platform::Act& now) { return attach(now, file, document); },
               {platform::Cause::person, {5}, owner_, {}});
  }
  DocumentId attached(const Prepared& file) {
    return attached(file, {.owner = owner_, .file = claim, .kind = "quote"});
  }
  StoreCheck checked() {
    return read([&](db::Transaction& tx) { return check(tx, store_); });
  }
  std::size_t swept() {
    return read([&](db::Transaction& tx) { return sweep_orphans(tx, store_); });
  }
  void age(const fs::path& path, std::chrono::minutes by) {
    fs::last_write_time(path, fs::file_time_type::clock::now() - by);
  }

  support::TemporaryFolder folder_, uploads_;
  Store store_{folder_.path()};
  identity::OrganisationId owner_;
};
MANDAT_ON_BOTH_ENGINES(DocumentRows);

TEST_P(DocumentRows, give_back_what_was_attached) {
  const Prepared file = prepared("Devis 1", "Devis n° 1.pdf");
  const DocumentId id =
      attached(file, {.owner = owner_, .file = claim, .subject_kind = "works.lot", .subject_id = 3, .kind = "quote"});
  const auto found = read([&](db::Transaction& tx) { return find(tx, id); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, id);
  EXPECT_EQ(found->owner, owner_);
  EXPECT_EQ(found->file, claim);
  EXPECT_EQ(found->subject_kind, "works.lot");
  EXPECT_EQ(found->subject_id, 3);
  EXPECT_EQ(found->kind, "quote");
  EXPECT_EQ(found->filename, "Devis n° 1.pdf");
  EXPECT_EQ(found->type, MediaType::pdf);
  EXPECT_EQ(found->size, file.size);
  EXPECT_EQ(found->sha256, file.sha256);
  EXPECT_EQ(found->has_thumbnail, file.has_thumbnail);
  EXPECT_EQ(found->received, clock_.now());
  EXPECT_EQ(found->by, identity::AccountId{5});
  EXPECT_FALSE(read([](db::Transaction& tx) { return find(tx, {1}); }));
}

TEST_P(DocumentRows, list_those_of_one_file_in_the_order_they_came) {
  const Prepared file = prepared("Devis");
  const DocumentId first = attached(file), second = attached(file);
  attached(file, {.owner = owner_, .file = {"works.claim", 43}, .kind = "quote"});
  attached(file, {.owner = owner_, .file = {"motor.file", 42}, .kind = "quote"});
  const auto documents = read([](db::Transaction& tx) { return of_file(tx, claim); });
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].id, first);
  EXPECT_EQ(documents[1].id, second);
}

// P3.served
TEST_P(DocumentRows, are_served_as_attachments_that_no_browser_runs) {
  const DocumentId id = attached(prepared("Devis", "Façade \"nord\" 100%.pdf"));
  const Document document = read([&](db::Transaction& tx) { return find(tx, id); }).value();
  const web::Response response = serve(store_, document);
  const auto header = [](const web::Response& of, std::string_view name) {
    for (const auto& [key, value] : of.headers)
      if (key == name) return value;
    return std::string("absent");
  };
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(header(response, "Content-Type"), "application/pdf");
  EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(response, "Cache-Control"), "private, no-store");
  EXPECT_EQ(header(response, "Content-Disposition"),
            "attachment; filename=\"Fa_ade _nord_ 100_.pdf\"; filename*=UTF-8''Fa%C3%A7ade%20%22nord%22%20100%25.pdf");
  EXPECT_EQ(fs::file_size(response.file), document.size);

  ASSERT_TRUE(document.has_thumbnail);
  const web::Response thumbnail = serve_thumbnail(store_, document);
  EXPECT_EQ(header(thumbnail, "Content-Type"), "image/jpeg");
  EXPECT_EQ(header(thumbnail, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(thumbnail, "Cache-Control"), "private, max-age=3600");
  EXPECT_TRUE(fs::exists(thumbnail.file));
}

TEST_P(DocumentRows, are_checked_against_the_files_they_name) {
  const Prepared kept = prepared("1"), changed = prepared("2"), lost = prepared("3");
  attached(kept);
  attached(kept);
  const DocumentId of_changed = attached(changed), of_lost = attached(lost);
  prepared("4");  // and never attached
  std::ofstream(store_.path_of(owner_, changed.sha256), std::ios::app) << "!";
  fs::remove(store_.path_of(owner_, lost.sha256));
  const StoreCheck found = checked();
  EXPECT_EQ(found.checked, 3U);
  EXPECT_EQ(found.altered, std::vector{of_changed});
  EXPECT_EQ(found.missing, std::vector{of_lost});
  EXPECT_EQ(found.orphans, 1U);
}

TEST_P(DocumentRows, protect_their_files_from_the_sweep_which_takes_the_others_after_a_day) {
  using std::chrono::hours, std::chrono::minutes;
  const Prepared named = prepared("1"), old = prepared("2"), recent = prepared("3");
  attached(named);
  age(store_.path_of(owner_, named.sha256), hours(24 * 30));
  age(store_.path_of(owner_, old.sha256), hours(24) + minutes(1));
  age(store_.path_of(owner_, recent.sha256), hours(24) - minutes(1));
  const fs::path cut_short = folder_.path() / "tmp" / "cut-short", under_way = folder_.path() / "tmp" / "under-way";
  std::ofstream(cut_short) << "x";
  std::ofstream(under_way) << "x";
  age(cut_short, hours(25));

  EXPECT_EQ(swept(), 1U);
  EXPECT_TRUE(fs::exists(store_.path_of(owner_, named.sha256)));
  EXPECT_TRUE(fs::exists(store_.path_of(owner_, recent.sha256)));
  EXPECT_FALSE(fs::exists(store_.path_of(owner_, old.sha256)));
  EXPECT_FALSE(fs::exists(store_.thumbnail_path_of(owner_, old.sha256)));
  EXPECT_FALSE(fs::exists(cut_short));
  EXPECT_TRUE(fs::exists(under_way));
  EXPECT_EQ(swept(), 0U);
}

TEST_P(DocumentRows, keep_a_file_that_came_again_after_it_had_been_forgotten) {
  const Prepared forgotten = prepared("1");
  age(store_.path_of(owner_, forgotten.sha256), std::chrono::hours(48));
  prepared("1");
  EXPECT_EQ(swept(), 0U);
}

}  // namespace

TEST(DocumentSentences, stand_for_each_refusal_and_name_the_file) {
  web::Phrasebook book;
  book.add(sentences());
  for (const auto& code : {empty_file, too_large, not_a_pdf, not_an_image, unsupported_type, encrypted_pdf, active_pdf,
                           damaged_pdf, damaged_image, too_many_pixels, not_checked, store_full}) {
    ASSERT_TRUE(book.knows(code.name)) << code.name;
    const auto sentence = book.sentence({code, "piece", {"« devis.pdf »"}});
    EXPECT_EQ(sentence.find('{'), std::string::npos);
    EXPECT_NE(sentence.find("devis.pdf"), std::string::npos);
  }
}

}  // namespace documents
