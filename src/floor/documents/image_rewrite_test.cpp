#include "floor/documents/image_rewrite.hpp"

#include <fcntl.h>
#include <gd.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include "floor/documents/descriptor.hpp"
#include "floor/documents/image_header.hpp"
#include "support/files.hpp"
#include "support/served.hpp"

namespace documents {
namespace {

using Picture = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;

struct Rewritten {
  Verdict verdict;
  std::string image, thumbnail;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Rewritten rewrite(std::string_view bytes, const ImageLimits& limits = image_limits()) {
  const support::TemporaryFolder folder;
  const auto image = folder.path() / "image", thumbnail = folder.path() / "thumbnail";
  const Descriptor to_image(::open(image.c_str(), O_RDWR | O_CREAT, 0600));
  const Descriptor to_thumbnail(::open(thumbnail.c_str(), O_RDWR | O_CREAT, 0600));
  const Verdict verdict = rewrite_image(bytes, limits, to_image.number(), to_thumbnail.number());
  return {verdict, read(image), read(thumbnail)};
}

Picture picture_of(std::string png) {
  return {gdImageCreateFromPngPtr(static_cast<int>(png.size()), png.data()), &gdImageDestroy};
}

// P3.image
TEST(ImageRewrite, writes_each_type_again_in_its_own_type_with_a_thumbnail) {
  const std::pair<MediaType, std::string> images[] = {{MediaType::jpeg, support::sample_jpeg(640, 480)},
                                                      {MediaType::png, support::sample_png(640, 480)},
                                                      {MediaType::webp, support::sample_webp(640, 480)}};
  for (const auto& [type, bytes] : images) {
    const Rewritten result = rewrite(bytes);
    ASSERT_EQ(result.verdict, Verdict::sound) << to_text(type);
    ASSERT_TRUE(read_image_header(type, result.image)) << to_text(type);
    EXPECT_EQ(read_image_header(type, result.image)->size.width, 640);
    const auto thumbnail = read_image_header(MediaType::jpeg, result.thumbnail);
    ASSERT_TRUE(thumbnail) << to_text(type);
    EXPECT_EQ(thumbnail->size.width, 320);
    EXPECT_EQ(thumbnail->size.height, 240);
  }
}

TEST(ImageRewrite, leaves_nothing_of_the_metadata_nor_of_what_hangs_on_the_end) {
  const std::string photo = support::turned_jpeg(1) + "%PDF-1.7 <script>";
  ASSERT_NE(photo.find("GPS"), std::string::npos);
  const Rewritten result = rewrite(photo);
  ASSERT_EQ(result.verdict, Verdict::sound);
  for (const std::string& kept : {result.image, result.thumbnail})
    for (const char* const trace : {"Exif", "GPS", "%PDF", "script"})
      EXPECT_EQ(kept.find(trace), std::string::npos) << trace;
}

// Exif 2.32, 4.6.4.A: where the stored first row and first column are seen.
struct Seen {
  int orientation;
  bool sideways, first_row_last, first_column_last;  // bottom or right
};
constexpr Seen seen[] = {{1, false, false, false}, {2, false, false, true}, {3, false, true, true},
                         {4, false, true, false},  {5, true, false, false}, {6, true, true, false},
                         {7, true, true, true},    {8, true, false, true}};

TEST(ImageRewrite, stands_the_image_upright) {
  constexpr int width = 8, height = 4;
  const Picture stored = picture_of(support::sample_png(width, height));
  for (const Seen& each : seen) {
    const Rewritten result = rewrite(support::turned_png(each.orientation, width, height));
    ASSERT_EQ(result.verdict, Verdict::sound);
    const Picture upright = picture_of(result.image);
    ASSERT_EQ(gdImageSX(upright.get()), each.sideways ? height : width) << each.orientation;
    for (int row = 0; row < height; ++row)
      for (int column = 0; column < width; ++column) {
        const int across = each.first_column_last ? width - 1 - column : column;
        const int down = each.first_row_last ? height - 1 - row : row;
        const int x = each.sideways ? down : across, y = each.sideways ? across : down;
        EXPECT_EQ(gdImageTrueColorPixel(upright.get(), x, y), gdImageTrueColorPixel(stored.get(), column, row))
            << each.orientation << " at " << column << ", " << row;
      }
  }
}

// P3.limits
TEST(ImageRewrite, refuses_a_bomb_by_what_it_announces) {
  EXPECT_EQ(rewrite(support::png_announcing(12'001, 1)).verdict, Verdict::too_many_pixels);
  EXPECT_EQ(rewrite(support::png_announcing(60'000, 60'000)).verdict, Verdict::too_many_pixels);
  EXPECT_EQ(rewrite(support::png_announcing(10'000, 5'001)).verdict, Verdict::too_many_pixels);
  EXPECT_EQ(rewrite(support::png_announcing(100, 100)).verdict, Verdict::damaged) << "announced, and not there";
}

TEST(ImageRewrite, says_that_the_disk_is_full) {
  const std::string photo = support::sample_png();
  const Descriptor full("/dev/full", O_RDWR);
  EXPECT_THROW(rewrite_image(photo, image_limits(), full.number(), full.number()), std::system_error);
}

TEST(ImageRewrite, answers_whatever_the_bytes) {
  const std::vector<std::string> models{support::turned_jpeg(6), support::turned_png(8), support::sample_webp()};
  const ImageLimits modest{.longest_side = 500, .most_megapixels = 1, .thumbnail_side = 32};
  rc::check([&] {
    std::string bytes = *rc::gen::elementOf(models);
    const auto changes = *rc::gen::container<std::vector<std::pair<std::uint16_t, char>>>(
        rc::gen::pair(rc::gen::arbitrary<std::uint16_t>(), rc::gen::arbitrary<char>()));
    for (const auto& [at, byte] : changes) bytes[at % bytes.size()] = byte;
    const Rewritten result = rewrite(bytes, modest);
    RC_ASSERT(result.verdict == Verdict::sound || result.verdict == Verdict::damaged ||
              result.verdict == Verdict::too_many_pixels);
    RC_ASSERT((result.verdict == Verdict::sound) == !result.thumbnail.empty());
  });
}

}  // namespace
}  // namespace documents
