#include "floor/documents/media_type.hpp"

#include <gtest/gtest.h>

#include "support/files.hpp"

namespace documents {
namespace {

using namespace std::string_view_literals;

// P3.type
TEST(MediaType, is_told_by_the_first_bytes) {
  EXPECT_EQ(media_type_of(support::sample_pdf()), MediaType::pdf);
  EXPECT_EQ(media_type_of(support::sample_jpeg()), MediaType::jpeg);
  EXPECT_EQ(media_type_of(support::sample_png()), MediaType::png);
  EXPECT_EQ(media_type_of(support::sample_webp()), MediaType::webp);
}

TEST(MediaType, is_none_of_ours_for_anything_else) {
  EXPECT_EQ(media_type_of(""), std::nullopt);
  EXPECT_EQ(media_type_of("GIF89a\1\0\1\0"sv), std::nullopt);
  EXPECT_EQ(media_type_of("<!doctype html><script>"), std::nullopt);
  EXPECT_EQ(media_type_of("PK\3\4"), std::nullopt);
  EXPECT_EQ(media_type_of("<svg xmlns='http://www.w3.org/2000/svg'/>"), std::nullopt);
  EXPECT_EQ(media_type_of("RIFF\0\0\0\0WAVE"sv), std::nullopt);
  EXPECT_EQ(media_type_of("\n%PDF-1.7"), std::nullopt) << "what stands before a PDF makes it two files in one";
  EXPECT_EQ(media_type_of("%PDF-"), std::nullopt);
  EXPECT_EQ(media_type_of("%PDF-x.y"), std::nullopt);
}

TEST(MediaType, is_stored_as_the_web_names_it) {
  for (const auto type : {MediaType::pdf, MediaType::jpeg, MediaType::png, MediaType::webp})
    EXPECT_EQ(media_type_from_text(to_text(type)), type);
  EXPECT_EQ(to_text(MediaType::pdf), "application/pdf");
  EXPECT_EQ(media_type_from_text("text/html"), std::nullopt);
}

TEST(ShownFilename, keeps_a_name_that_tells_the_truth) {
  EXPECT_EQ(shown_filename("Devis façade n° 12.pdf", MediaType::pdf), "Devis façade n° 12.pdf");
  EXPECT_EQ(shown_filename("IMG_0042.JPEG", MediaType::jpeg), "IMG_0042.JPEG");
}

// P3.type
TEST(ShownFilename, ends_as_the_type_that_was_found) {
  EXPECT_EQ(shown_filename("facture.exe", MediaType::pdf), "facture.exe.pdf");
  EXPECT_EQ(shown_filename("photo.png", MediaType::jpeg), "photo.png.jpg");
  EXPECT_EQ(shown_filename("facture", MediaType::webp), "facture.webp");
  EXPECT_EQ(shown_filename(".pdf", MediaType::pdf), "pdf.pdf");
}

TEST(ShownFilename, names_what_came_without_a_name) {
  EXPECT_EQ(shown_filename("", MediaType::pdf), "document.pdf");
  EXPECT_EQ(shown_filename("..", MediaType::jpeg), "photo.jpg");
  EXPECT_EQ(shown_filename(" \t", MediaType::png), "photo.png");
  EXPECT_EQ(shown_filename("\xFF\xFE", MediaType::webp), "photo.webp") << "not UTF-8";
}

TEST(ShownFilename, climbs_nowhere_and_turns_nothing_round) {
  EXPECT_EQ(shown_filename("../../etc/passwd", MediaType::pdf), "passwd.pdf");
  EXPECT_EQ(shown_filename("C:\\temp\\devis.pdf", MediaType::pdf), "devis.pdf");
  EXPECT_EQ(shown_filename("/etc/cron.d/..", MediaType::pdf), "document.pdf");
  EXPECT_EQ(shown_filename("facture\u202Efdp.exe", MediaType::pdf), "facturefdp.exe.pdf");
  EXPECT_EQ(shown_filename("a\r\nSet-Cookie: b\0c.pdf"sv, MediaType::pdf), "aSet-Cookie: bc.pdf");
}

}  // namespace
}  // namespace documents
