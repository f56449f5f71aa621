using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContactLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_meeting_plan_id",
                table: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_message_state_channel_next_at_id",
                table: "message",
                columns: new[] { "state", "channel", "next_at", "id" },
                filter: "state <> 2");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_day",
                table: "meeting",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plan_id",
                table: "meeting",
                column: "plan_id",
                filter: "plan_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_message_state_channel_next_at_id",
                table: "message");

            migrationBuilder.DropIndex(
                name: "ix_meeting_day",
                table: "meeting");

            migrationBuilder.DropIndex(
                name: "ix_meeting_plan_id",
                table: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plan_id",
                table: "meeting",
                column: "plan_id");
        }
    }
}
