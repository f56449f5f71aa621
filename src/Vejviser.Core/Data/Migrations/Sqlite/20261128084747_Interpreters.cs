using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Interpreters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "interpreter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    is_certified = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_video = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_phone = table.Column<bool>(type: "INTEGER", nullable: false),
                    on_site = table.Column<bool>(type: "INTEGER", nullable: false),
                    travel_base = table.Column<string>(type: "TEXT", nullable: true),
                    travel_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_avoided",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_avoided", x => new { x.person_id, x.interpreter_id });
                    table.ForeignKey(
                        name: "fk_interpreter_avoided_interpreter_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interpreter_avoided_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    dialect = table.Column<string>(type: "TEXT", nullable: true),
                    wanted_mode = table.Column<int>(type: "INTEGER", nullable: true),
                    wanted_sex = table.Column<int>(type: "INTEGER", nullable: false),
                    field = table.Column<int>(type: "INTEGER", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    mode = table.Column<int>(type: "INTEGER", nullable: true),
                    assigned_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    assigned_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    runner_up_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    complaint = table.Column<string>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_booking", x => x.id);
                    table.ForeignKey(
                        name: "fk_interpreter_booking_interpreter_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_interpreter_booking_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_hours",
                columns: table => new
                {
                    interpreter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    until = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_hours", x => new { x.interpreter_id, x.weekday, x.from });
                    table.ForeignKey(
                        name: "fk_interpreter_hours_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_language",
                columns: table => new
                {
                    interpreter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    dialect = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_language", x => new { x.interpreter_id, x.language, x.dialect });
                    table.ForeignKey(
                        name: "fk_interpreter_language_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_avoided_interpreter_id",
                table: "interpreter_avoided",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_booking_interpreter_id",
                table: "interpreter_booking",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_booking_meeting_id",
                table: "interpreter_booking",
                column: "meeting_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "interpreter_avoided");

            migrationBuilder.DropTable(
                name: "interpreter_booking");

            migrationBuilder.DropTable(
                name: "interpreter_hours");

            migrationBuilder.DropTable(
                name: "interpreter_language");

            migrationBuilder.DropTable(
                name: "interpreter");
        }
    }
}
