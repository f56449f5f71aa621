using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Courses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "absence",
                table: "meeting_participant",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: true),
                    practice_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    strand = table.Column<string>(type: "TEXT", nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    intake = table.Column<int>(type: "INTEGER", nullable: false),
                    has_certificate = table.Column<bool>(type: "INTEGER", nullable: false),
                    attendance_least = table.Column<int>(type: "INTEGER", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operator_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    called_off_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_asp_net_users_leader_id",
                        column: x => x.leader_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_partner_organisations_operator_id",
                        column: x => x.operator_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_course_practice_version_practice_version_id",
                        column: x => x.practice_version_id,
                        principalTable: "practice_version",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "guide",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    turns_before = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "industry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_industry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "course_place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat = table.Column<int>(type: "INTEGER", nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_place", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_place_course_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_place_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_session",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    module = table.Column<string>(type: "TEXT", nullable: true),
                    partner_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_session", x => x.meeting_id);
                    table.ForeignKey(
                        name: "fk_course_session_course_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_session_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_session_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "guide_turn",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    guide_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide_turn", x => x.id);
                    table.ForeignKey(
                        name: "fk_guide_turn_guide_guide_id",
                        column: x => x.guide_id,
                        principalTable: "guide",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "industry_word",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    industry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_industry_word", x => x.id);
                    table.ForeignKey(
                        name: "fk_industry_word_industry_industry_id",
                        column: x => x.industry_id,
                        principalTable: "industry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "progress_card",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    industry_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    strengths = table.Column<string>(type: "TEXT", nullable: true),
                    skills = table.Column<string>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    carried_to = table.Column<string>(type: "TEXT", nullable: true),
                    carried_from = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_card", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_progress_card_industry_industry_id",
                        column: x => x.industry_id,
                        principalTable: "industry",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_progress_card_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "card_word",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    word_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_word", x => new { x.person_id, x.word_id });
                    table.ForeignKey(
                        name: "fk_card_word_industry_words_word_id",
                        column: x => x.word_id,
                        principalTable: "industry_word",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_card_word_progress_cards_person_id",
                        column: x => x.person_id,
                        principalTable: "progress_card",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_card_word_word_id",
                table: "card_word",
                column: "word_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_last_day",
                table: "course",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_course_leader_id",
                table: "course",
                column: "leader_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_operator_id",
                table: "course",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_practice",
                table: "course",
                column: "practice");

            migrationBuilder.CreateIndex(
                name: "ix_course_practice_version_id",
                table: "course",
                column: "practice_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_course_id_person_id",
                table: "course_place",
                columns: new[] { "course_id", "person_id" },
                unique: true,
                filter: "left_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_course_id_seat",
                table: "course_place",
                columns: new[] { "course_id", "seat" },
                unique: true,
                filter: "left_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_person_id",
                table: "course_place",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_session_course_id_number",
                table: "course_session",
                columns: new[] { "course_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_session_partner_id",
                table: "course_session",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_guide_name",
                table: "guide",
                column: "name",
                unique: true,
                filter: "NOT is_closed");

            migrationBuilder.CreateIndex(
                name: "ix_guide_turn_guide_id_meeting_day",
                table: "guide_turn",
                columns: new[] { "guide_id", "meeting", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guide_turn_meeting_day_number",
                table: "guide_turn",
                columns: new[] { "meeting", "day", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_industry_name",
                table: "industry",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_industry_word_industry_id_text",
                table: "industry_word",
                columns: new[] { "industry_id", "text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_progress_card_industry_id",
                table: "progress_card",
                column: "industry_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "card_word");

            migrationBuilder.DropTable(
                name: "course_place");

            migrationBuilder.DropTable(
                name: "course_session");

            migrationBuilder.DropTable(
                name: "guide_turn");

            migrationBuilder.DropTable(
                name: "industry_word");

            migrationBuilder.DropTable(
                name: "progress_card");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "guide");

            migrationBuilder.DropTable(
                name: "industry");

            migrationBuilder.DropColumn(
                name: "absence",
                table: "meeting_participant");
        }
    }
}
