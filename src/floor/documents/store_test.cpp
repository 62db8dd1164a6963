#include "floor/documents/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/random.hpp"
#include "support/files.hpp"
#include "support/served.hpp"

namespace documents {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class DocumentStore : public testing::Test {
 protected:
  base::Outcome<Prepared> prepare(std::string_view bytes, Accept accept = Accept::pdf_or_image,
                                  std::string_view filename = "piece", std::int64_t owner = 7) {
    return store_.prepare({owner}, support::uploaded("piece", filename, bytes, uploads_.path()), accept);
  }
  std::string refusal(std::string_view bytes, Accept accept = Accept::pdf_or_image) {
    const auto outcome = prepare(bytes, accept);
    if (outcome.ok()) return "accepted";
    EXPECT_EQ(outcome.refusal().field, "piece");
    return std::string(outcome.refusal().code.name);
  }
  std::ptrdiff_t files_in_store() const {
    const auto entries = fs::recursive_directory_iterator(folder_.path());
    return std::count_if(begin(entries), end(entries), [](const auto& each) { return each.is_regular_file(); });
  }

  support::TemporaryFolder folder_, uploads_;
  Store store_{folder_.path()};
};

// P3.durable
TEST_F(DocumentStore, keeps_a_pdf_byte_for_byte_under_its_hash_with_a_thumbnail) {
  const std::string pdf = support::sample_pdf();
  const auto outcome = prepare(pdf, Accept::pdf, "devis.pdf");
  ASSERT_TRUE(outcome.ok()) << outcome.refusal().code.name;
  EXPECT_EQ(outcome->type, MediaType::pdf);
  EXPECT_EQ(outcome->size, pdf.size());
  EXPECT_EQ(outcome->filename, "devis.pdf");
  EXPECT_TRUE(outcome->has_thumbnail);
  const std::string& hash = outcome->sha256;
  EXPECT_EQ(store_.path_of({7}, hash), folder_.path() / "7" / hash.substr(0, 2) / hash);
  EXPECT_EQ(read(store_.path_of({7}, hash)), pdf);
  EXPECT_EQ(media_type_of(read(store_.thumbnail_path_of({7}, hash))), MediaType::jpeg);
  EXPECT_EQ(files_in_store(), 2);
}

// P3.image
TEST_F(DocumentStore, keeps_a_photo_without_where_it_was_taken) {
  const std::string photo = support::turned_jpeg(6, 640, 480);
  const auto outcome = prepare(photo, Accept::image, "sinistre.jpg");
  ASSERT_TRUE(outcome.ok()) << outcome.refusal().code.name;
  const std::string kept = read(store_.path_of({7}, outcome->sha256));
  EXPECT_EQ(kept.size(), outcome->size);
  EXPECT_EQ(media_type_of(kept), MediaType::jpeg);
  EXPECT_NE(photo.find("GPS"), std::string::npos);
  EXPECT_EQ(kept.find("GPS"), std::string::npos);
  EXPECT_TRUE(outcome->has_thumbnail);
}

TEST_F(DocumentStore, keeps_the_same_content_once_for_each_organisation) {
  const std::string pdf = support::sample_pdf();
  const auto first = prepare(pdf, Accept::pdf, "a.pdf"), again = prepare(pdf, Accept::pdf, "b.pdf");
  ASSERT_TRUE(first.ok() && again.ok());
  EXPECT_EQ(first->sha256, again->sha256);
  EXPECT_EQ(again->filename, "b.pdf");
  EXPECT_EQ(files_in_store(), 2);
  ASSERT_TRUE(prepare(pdf, Accept::pdf, "a.pdf", 8).ok());
  EXPECT_EQ(files_in_store(), 4);
}

TEST_F(DocumentStore, takes_files_from_many_hands_at_once) {
  const std::string pdf = support::sample_pdf();
  std::vector<std::thread> hands;
  std::atomic<int> taken = 0;
  for (int i = 0; i < 6; ++i)
    hands.emplace_back([&] {
      if (prepare(pdf).ok()) ++taken;
    });
  for (auto& hand : hands) hand.join();
  EXPECT_EQ(taken, 6);
  EXPECT_EQ(files_in_store(), 2);
}

// P3.type
TEST_F(DocumentStore, judges_by_the_content_whatever_the_name) {
  const auto outcome = prepare(support::sample_jpeg(), Accept::image, "../../photo.exe");
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->type, MediaType::jpeg);
  EXPECT_EQ(outcome->filename, "photo.exe.jpg");
  EXPECT_EQ(refusal(support::sample_jpeg(), Accept::pdf), "document.not_a_pdf");
  EXPECT_EQ(refusal(support::sample_pdf(), Accept::image), "document.not_an_image");
  EXPECT_EQ(refusal("GIF89a...", Accept::image), "document.not_an_image");
  EXPECT_EQ(refusal("GIF89a..."), "document.unsupported_type");
  EXPECT_EQ(refusal("<html><script>alert(1)</script></html>"), "document.unsupported_type");
}

// P3.limits
TEST_F(DocumentStore, refuses_what_is_empty_or_too_large) {
  EXPECT_EQ(refusal(""), "document.empty");
  web::UploadedFile file = support::uploaded("piece", "devis.pdf", support::sample_pdf(), uploads_.path());
  fs::resize_file(file.path, 25 * 1024 * 1024 + 1);
  EXPECT_TRUE(store_.prepare({7}, file, Accept::pdf).refused_as(too_large));
  web::UploadedFile let_go = support::uploaded("piece", "devis.pdf", "", uploads_.path());  // as the kernel leaves it
  let_go.size = 25 * 1024 * 1024 + 1;
  const auto refused = store_.prepare({7}, let_go, Accept::pdf);
  EXPECT_TRUE(refused.refused_as(too_large));
  EXPECT_EQ(refused.refusal().details, std::vector<std::string>{"«\u00A0devis.pdf\u00A0»"});
  EXPECT_EQ(refusal(support::png_announcing(12'001, 1)), "document.too_many_pixels");
  EXPECT_EQ(refusal(support::png_announcing(10'000, 5'001)), "document.too_many_pixels");
}

// P3.pdf
TEST_F(DocumentStore, refuses_a_pdf_with_the_reason) {
  EXPECT_EQ(refusal(support::encrypted_pdf("secret")), "document.encrypted_pdf");
  EXPECT_EQ(refusal(support::pdf_with("/OpenAction << /S /JavaScript /JS (1) >>")), "document.active_pdf");
  EXPECT_EQ(refusal(support::pdf_with("/OpenAction << /S /Launch /F (cmd.exe) >>")), "document.active_pdf");
  EXPECT_EQ(refusal(support::sample_pdf().substr(0, 300)), "document.damaged_pdf");
  EXPECT_EQ(refusal("%PDF-1.7\n<html></html>"), "document.damaged_pdf");
}

// P3.image
TEST_F(DocumentStore, refuses_an_image_that_cannot_be_read) {
  const std::string photo = support::sample_jpeg();
  EXPECT_EQ(refusal(photo.substr(0, photo.size() / 2)), "document.damaged_image");
  EXPECT_EQ(refusal(support::png_announcing(100, 100)), "document.damaged_image");
}

TEST_F(DocumentStore, leaves_nothing_behind_what_it_refuses) {
  EXPECT_NE(refusal(support::encrypted_pdf("")), "accepted");
  EXPECT_NE(refusal(support::png_announcing(100, 100)), "accepted");
  EXPECT_EQ(files_in_store(), 0);
  EXPECT_EQ(uploads_.count(), 0U);
}

// P3.confined
TEST_F(DocumentStore, answers_and_stays_whole_whatever_it_is_given) {
  const std::string models[] = {support::sample_pdf(), support::turned_jpeg(6), support::sample_png(),
                                support::sample_webp(), "a text"};
  base::SeededRandom random(20'261'122);
  constexpr int rounds = 25;  // each starts a process
  for (int round = 0; round < rounds; ++round) {
    std::string bytes = models[random.next_u64() % std::size(models)];
    for (int change = round % 6; change > 0; --change)
      bytes[random.next_u64() % bytes.size()] = static_cast<char>(random.next_u64());
    const auto files = files_in_store();
    const auto outcome = prepare(bytes, static_cast<Accept>(random.next_u64() % 3));
    if (!outcome.ok())
      EXPECT_EQ(files_in_store(), files);
    else
      EXPECT_EQ(fs::file_size(store_.path_of({7}, outcome->sha256)), outcome->size);
  }
  EXPECT_TRUE(fs::is_empty(folder_.path() / "tmp"));
}

}  // namespace
}  // namespace documents
